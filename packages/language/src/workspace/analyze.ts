import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { runChecks } from '../checks/index.ts'
import { libraryScheme } from '../references/library.ts'
import { linkFindings } from '../references/link-findings.ts'
import type { Program } from '../resolve/program.ts'
import { resolve } from '../resolve/resolve.ts'
import type { EntitleServices } from '../services.ts'
import { syntaxFindings } from '../syntax/syntax-findings.ts'
import { sortFindings } from './order.ts'

/** Rules on a program: the lint rules, with the standard that the program declares. */
export type Rules = (program: Program, options: { readonly today: string }) => readonly Finding[]

export interface Analysis {
  readonly program: Program
  /** Sorted by file and position. */
  readonly findings: readonly Finding[]
}

/**
 * Everything that the sources alone can tell of linked documents: what can't be read, names that nothing has, what the checks and the
 * rules find. Only errors of reading keep the later stages from speaking of the same lines.
 */
export const analyze = (
  documents: readonly LangiumDocument[],
  services: EntitleServices,
  options: { readonly today: string; readonly rules?: Rules },
): Analysis => {
  const sources = documents.filter(({ uri }) => uri.scheme !== libraryScheme)
  const read = sources.flatMap(document => {
    const syntax = syntaxFindings(document)
    const broken = new Set(syntax.flatMap(({ place }) => (place.kind === 'source' ? [place.range.start.line] : [])))
    return [...syntax, ...linkFindings(document, services, broken)]
  })
  const { program, findings } = resolve(sources)
  const checks = runChecks({
    documents: sources,
    program,
    symbols: services.shared.workspace.SymbolTable,
    today: options.today,
  })
  const rules = options.rules?.(program, { today: options.today }) ?? []
  return { program, findings: sortFindings([...read, ...findings, ...checks, ...rules]) }
}
