import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { lexerFindings } from './lexer-findings.ts'
import { mistakesOf } from './repairing-parser.ts'

/** Everything that keeps a file from being read as written: one finding for each mistake, and one for each line. */
export const syntaxFindings = (document: LangiumDocument): Finding[] => {
  const uri = document.uri.toString()
  const findings = lexerFindings(document)
  const lines = new Set(findings.map(lineOf))
  for (const mistake of mistakesOf(document)) {
    const finding = mistake.finding(uri)
    if (lines.has(lineOf(finding))) continue
    lines.add(lineOf(finding))
    findings.push(finding)
  }
  return findings
}

const lineOf = ({ place }: Finding): number => (place.kind === 'source' ? place.range.start.line : -1)
