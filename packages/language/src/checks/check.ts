import type { Finding, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import type { FactTable } from '../references/fact-table.ts'
import type { SymbolTable } from '../references/symbol-table.ts'
import type { Elements } from '../resolve/elements.ts'
import type { Program } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'

/** What a check looks at: one file, and of all others what they declare. */
export interface Checked {
  /** The linked file. */
  readonly documents: readonly LangiumDocument[]
  /** What the file declares. */
  readonly program: FileProgram
  /** What the whole workspace declares. Whoever goes through a list of it is asked again whenever anything in that list changes. */
  readonly whole: Program
  readonly elements: Elements
  readonly facts: FactTable
  readonly symbols: SymbolTable
  /** ISO date, in UTC. */
  readonly today: string
}

/** A check always holds; unlike a rule it can't be set, since what it finds means nothing, or Graph refuses it. */
export type Check = (checked: Checked) => readonly Finding[]

/** A check that looks at one file at a time, and at what is written there only: what it finds stays true until the file changes. */
export type FileCheck = (checked: Pick<Checked, 'documents' | 'today'>) => readonly Finding[]

/** Of many that share something, a finding points to so many others: each of a thousand pointing to all others would be a million. */
export const mostOthers = 8

/** A finding at a stretch of source. */
export const findingAt = (
  rule: string,
  severity: Finding['severity'],
  range: SourceRange,
  message: string,
  more: Omit<Finding, 'rule' | 'severity' | 'place' | 'message'> = {},
): Finding => ({ rule, severity, message, place: { kind: 'source', range }, ...more })
