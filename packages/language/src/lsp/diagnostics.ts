import type { Finding, Severity } from '@entitle/graph'
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver'
import { rulePage } from '../rules/index.ts'

const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** A finding as editors show it: the message, why it matters, what to do; its rule as the code, linked to the rule's page. */
export const diagnosticOf = (finding: Finding): Diagnostic => {
  const { place, related, waived } = finding
  const relatedInformation = (related ?? []).flatMap((other): DiagnosticRelatedInformation[] =>
    other.place.kind === 'source'
      ? [{ location: { uri: other.place.range.uri, range: rangeOf(other.place.range) }, message: other.message }]
      : [],
  )
  return {
    range: place.kind === 'source' ? rangeOf(place.range) : nowhere,
    severity: waived === undefined ? severities[finding.severity] : DiagnosticSeverity.Information,
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: 'entitle',
    message: messageOf(finding),
    ...(finding.tags === undefined ? {} : { tags: finding.tags.map(tag => tags[tag]) }),
    ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
    data: { fixes: finding.fixes ?? [] },
  }
}

const messageOf = ({ message, why, help, waived }: Finding): string =>
  [
    message,
    ...(why === undefined ? [] : [why]),
    ...(help === undefined ? [] : [help]),
    ...(waived === undefined ? [] : [`Waived until ${waived.until}: ${waived.because}`]),
  ].join('\n')

/** The two points of a source range, without its file. */
export const rangeOf = ({ start, end }: Diagnostic['range']): Diagnostic['range'] => ({
  start: { ...start },
  end: { ...end },
})
