import type { Finding } from '@entitle/graph'
import { rulePage, trail } from '@entitle/language'
import { printableText } from '../printable.ts'
import { nameFrom } from './file-names.ts'
import { plainSummary } from './plain-summary.ts'
import { type Report, type ReportContext, toldIn } from './report.ts'

const commands: { readonly [severity in Finding['severity']]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(printableText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * Annotations of GitHub Actions, one line for each finding that no waiver excuses, and a summary.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export const githubReport = (report: Report, context: ReportContext): string =>
  [
    ...toldIn(report)
      .filter(({ waived }) => waived === undefined)
      .map(finding => `::${commands[finding.severity]} ${propertiesOf(finding, context)}::${messageOf(finding)}`),
    // The summary is for people: what starts like a command would be carried out.
    plainSummary(report),
    '',
  ].join('\n')

const propertiesOf = ({ rule, place }: Finding, { root }: ReportContext): string => {
  const title = `title=${property(rule)}`
  if (place.kind === 'tenant') return title
  const { uri, start, end } = place.range
  const oneLine = end.line === start.line
  return [
    `file=${property(nameFrom(root, uri))}`,
    `line=${start.line + 1}`,
    ...(oneLine ? [`col=${start.character + 1}`] : []),
    `endLine=${end.line + 1}`,
    ...(oneLine ? [`endColumn=${end.character + 1}`] : []),
    title,
  ].join(',')
}

const messageOf = ({ rule, message, place, why, help }: Finding): string => {
  const where = place.kind === 'tenant' && place.address !== '' ? `${trail(place.address)}: ` : ''
  const lines = [`${where}${message}`, why ?? '', help ?? ''].filter(line => line !== '').map(printableText)
  return data([...lines, rulePage(rule)].join('\n'))
}
