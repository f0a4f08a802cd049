import type { Finding, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import type { SymbolTable } from '../references/symbol-table.ts'
import type { Program } from '../resolve/program.ts'

/** What a check looks at. */
export interface Checked {
  /** Linked documents of the workspace, without those that come with Entitle. */
  readonly documents: readonly LangiumDocument[]
  readonly program: Program
  readonly symbols: SymbolTable
  /** ISO date, in UTC. */
  readonly today: string
}

/** A check always holds; unlike a rule it can't be set, since what it finds means nothing, or Graph refuses it. */
export type Check = (checked: Checked) => readonly Finding[]

/** A check that looks at one file at a time, and at what is written there only: what it finds stays true until the file changes. */
export type FileCheck = (checked: Pick<Checked, 'documents' | 'today'>) => readonly Finding[]

/** A finding at a stretch of source. */
export const findingAt = (
  rule: string,
  severity: Finding['severity'],
  range: SourceRange,
  message: string,
  more: Omit<Finding, 'rule' | 'severity' | 'place' | 'message'> = {},
): Finding => ({ rule, severity, message, place: { kind: 'source', range }, ...more })
