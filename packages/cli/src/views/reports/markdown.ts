import type { Finding } from '@entitle/graph'
import { rulePage, trail } from '@entitle/language'
import { counted } from '../counted.ts'
import { nameFrom } from './file-names.ts'
import { code, plain } from './markdown-text.ts'
import { plainSummary } from './plain-summary.ts'
import { fails, type Report, type ReportContext, toldIn } from './report.ts'

/** Code hosts take comments of 65,536 characters; what goes beyond this is counted instead. */
const longest = 60_000

const severities = ['error', 'warning', 'info', 'hint'] as const
const words: { readonly [severity in Finding['severity']]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
}

/** Findings as a comment on a pull request: the gravest first, what waivers excuse folded away. */
export const markdownReport = (report: Report, { root }: ReportContext): string => {
  const told = toldIn(report)
  const findings = severities.flatMap(severity =>
    told.filter(finding => finding.severity === severity && finding.waived === undefined),
  )
  const waived = told.filter(finding => finding.waived !== undefined)
  const mark = fails(report.findings, report.maxWarnings) ? '❌' : '✅'
  return [
    `### ${mark} entitle ${report.command}: ${plain(plainSummary(report))}`,
    '',
    ...table(
      ['', 'Where', 'What', 'Rule'],
      findings.map(finding => rowOf(finding, root)),
      longest,
    ),
    ...folded(waived, root),
  ].join('\n')
}

const rowOf = (finding: Finding, root: string): readonly string[] => [
  words[finding.severity],
  placeOf(finding, root),
  [plain(finding.message), ...(finding.help === undefined ? [] : [plain(finding.help)]), ...fixOf(finding)].join(
    '<br>',
  ),
  `[${plain(finding.rule)}](${rulePage(finding.rule)})`,
]

const fixOf = ({ fixes = [] }: Finding): readonly string[] => {
  const [fix] = fixes
  if (fix === undefined) return []
  return [`Fix: ${plain(fix.title)} (${fix.safe ? '`entitle check --fix`' : '`entitle check --fix-unsafe`'})`]
}

const placeOf = ({ place }: Finding, root: string): string =>
  place.kind === 'tenant'
    ? plain(place.address === '' ? 'tenant' : trail(place.address))
    : code(`${nameFrom(root, place.range.uri)}:${place.range.start.line + 1}`)

const table = (head: readonly string[], rows: readonly (readonly string[])[], room: number): readonly string[] => {
  if (rows.length === 0) return []
  const lines = rows.map(row => `| ${row.join(' | ')} |`)
  let left = room
  const shown = lines.filter(line => {
    left -= line.length + 1
    return left >= 0
  })
  const rest = lines.length - shown.length
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---|').join('')}`,
    ...shown,
    '',
    ...(rest === 0 ? [] : [`… and ${counted(rest, 'more finding').replace('more findings', 'more')}.`, '']),
  ]
}

const folded = (waived: readonly Finding[], root: string): readonly string[] => {
  if (waived.length === 0) return []
  const rows = waived.map(finding => [
    finding.waived?.until ?? '',
    placeOf(finding, root),
    plain(finding.waived?.because ?? ''),
    `[${plain(finding.rule)}](${rulePage(finding.rule)})`,
  ])
  return [
    `<details><summary>${counted(waived.length, 'finding')} excused by waivers</summary>`,
    '',
    ...table(['Until', 'Where', 'Because', 'Rule'], rows, longest / 12),
    '</details>',
    '',
  ]
}
