import type { Finding } from '@entitle/graph'
import { applyFix } from '@entitle/language/testing'
import type { Case } from './read-case.ts'

const keyOf = ({ rule, message }: Finding) => `${rule}: ${message}`
const count = (findings: readonly Finding[], finding: Finding) =>
  findings.filter(other => keyOf(other) === keyOf(finding)).length

/** What is wrong with the fixes of findings: one that leaves its finding, or brings an error that wasn't there. */
export const wrongFixes = async (
  files: Case['files'],
  findings: readonly Finding[],
  check: (files: Case['files']) => Promise<readonly Finding[]>,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const finding of findings)
    for (const [index, fix] of (finding.fixes ?? []).entries()) {
      const fixed = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, applyFix(text, finding, index, `file://${path}`)]),
      )
      const after = await check(fixed)
      const fresh = after.filter(other => other.severity === 'error' && count(findings, other) === 0)
      if (count(after, finding) >= count(findings, finding)) wrong.push(`${fix.title} leaves it: ${finding.message}`)
      wrong.push(...fresh.map(other => `${fix.title} brings ${keyOf(other)}`))
    }
  return wrong
}
