import type { Finding } from '@entitle/graph'
import { trail } from '@entitle/language'
import { printableText } from '../printable.ts'
import { nameFrom } from './file-names.ts'
import { plainSummary } from './plain-summary.ts'
import { type Report, type ReportContext, toldIn } from './report.ts'

const data = (text: string): string => text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(printableText(text)).replaceAll(';', '%3B').replaceAll(']', '%5D')

/** Text that an agent takes for no command of its own. */
const plain = (text: string): string => printableText(text).replaceAll('##', '# #')

/**
 * Issues of a run of Azure Pipelines, one line for each error and warning that no waiver excuses; notes, which it has no issues for, as lines
 * of the log; and a summary. https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning
 */
export const azureReport = (report: Report, { root }: ReportContext): string =>
  [
    ...toldIn(report)
      .filter(({ waived }) => waived === undefined)
      .map(finding => lineOf(finding, root)),
    plainSummary(report),
    '',
  ].join('\n')

const lineOf = (finding: Finding, root: string): string => {
  const { rule, severity, place } = finding
  if (severity !== 'error' && severity !== 'warning')
    return plain(`${placeOf(finding, root)}: ${rule}: ${messageOf(finding)}`)
  const at =
    place.kind === 'tenant'
      ? []
      : [
          `sourcepath=${property(nameFrom(root, place.range.uri))}`,
          `linenumber=${place.range.start.line + 1}`,
          `columnnumber=${place.range.start.character + 1}`,
        ]
  const message = data(printableText(messageOf(finding)))
  return `##vso[task.logissue ${[`type=${severity}`, ...at, `code=${property(rule)}`].map(each => `${each};`).join('')}]${message}`
}

const placeOf = ({ place }: Finding, root: string): string =>
  place.kind === 'tenant'
    ? 'tenant'
    : `${nameFrom(root, place.range.uri)}(${place.range.start.line + 1},${place.range.start.character + 1})`

const messageOf = ({ message, place, help }: Finding): string => {
  const where = place.kind === 'tenant' && place.address !== '' ? `${trail(place.address)}: ` : ''
  return `${where}${message}${help === undefined ? '' : ` ${help}`}`
}
