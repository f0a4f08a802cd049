import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { lexerFindings } from './lexer-findings.ts'
import { type ParsingServices, parserFindings } from './parser-findings.ts'

/** Everything that keeps a file from being read as written. */
export const syntaxFindings = (document: LangiumDocument, services: ParsingServices): Finding[] => {
  const lexer = lexerFindings(document)
  const lines = new Set(lexer.flatMap(({ place }) => (place.kind === 'source' ? [place.range.start.line] : [])))
  return [...lexer, ...parserFindings(document, services, lines)]
}
