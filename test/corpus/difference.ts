import type { Finding } from '@entitle/graph'
import { markedText } from '@entitle/language/testing'
import type { Case, Expected } from './read-case.ts'

const fileOf = ({ place }: Finding) =>
  place.kind === 'source' ? decodeURIComponent(place.range.uri.replace('file://', '')) : ''

const shown = ({ file, line, severity, rule, on, text }: Expected) =>
  `${file}:${line} ${severity} ${rule}${on === undefined ? '' : ` on <${on}>`}: ${text}`

/** A finding as a case would expect it. */
export const written = (finding: Finding, files: Case['files']): Expected => ({
  file: fileOf(finding),
  line: finding.place.kind === 'source' ? finding.place.range.start.line + 1 : 0,
  severity: finding.severity,
  rule: finding.rule,
  on: markedText(finding, files),
  text: finding.message,
})

/** Expectations that no finding meets, and findings that no expectation names. */
export const difference = ({ files, expected }: Pick<Case, 'files' | 'expected'>, findings: readonly Finding[]) => {
  const left = findings.map(finding => written(finding, files))
  const missing = expected.filter(({ file, line, severity, rule, on, text }) => {
    const at = left.findIndex(
      found =>
        found.file === file &&
        found.line === line &&
        found.severity === severity &&
        found.rule === rule &&
        (on === undefined || found.on === on) &&
        found.text.includes(text),
    )
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { missing: missing.map(shown), unexpected: left.map(shown) }
}
