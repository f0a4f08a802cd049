import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { isSource } from '../references/library.ts'
import type { Program } from '../resolve/program.ts'
import type { EntitleServices } from '../services.ts'
import { Analyzer, sourceFiles } from './analyzer.ts'
import type { Rules } from './check-file.ts'

export type { Rules } from './check-file.ts'

export interface Analysis {
  readonly program: Program
  /** Sorted by file and position. */
  readonly findings: readonly Finding[]
}

/** What the sources alone can tell of linked documents, all that there are: the program, and what is wrong with it. */
export const analyze = (
  documents: readonly LangiumDocument[],
  services: EntitleServices,
  { today, rules }: { readonly today: string; readonly rules?: Rules },
): Analysis => {
  const analyzer = new Analyzer(services, { today: () => today, ...(rules === undefined ? {} : { rules }) })
  const sources = documents.filter(({ uri }) => isSource(uri))
  analyzer.update(sources.flatMap(sourceFiles), sources)
  return { program: analyzer.program, findings: analyzer.findings }
}
