import type { Finding, Severity } from '@entitle/graph'

const grade: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2, hint: 3 }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Findings by file and position, graver ones first where they share a place; findings without a source stand before all. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => {
    if (a.place.kind !== 'source' || b.place.kind !== 'source')
      return (a.place.kind === 'source' ? 1 : 0) - (b.place.kind === 'source' ? 1 : 0)
    const [left, right] = [a.place.range, b.place.range]
    if (left.uri !== right.uri) return left.uri < right.uri ? -1 : 1
    return (
      left.start.line - right.start.line ||
      left.start.character - right.start.character ||
      grade[a.severity] - grade[b.severity] ||
      byText(a.rule, b.rule) ||
      byText(a.message, b.message)
    )
  })
