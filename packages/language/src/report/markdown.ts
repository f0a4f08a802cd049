import { markdownCode as code, markdownTable as table, markdownText as text } from '../printing/markdown-text.ts'
import { keptOf, number, placeIn, scopeOf, standingWords, waiverWords } from './facts.ts'
import { article } from './recommendations.ts'
import type { ExternalWay, RecommendationStanding, Report, Shortfall, WaiverEntry } from './report.ts'
import type { Change, Trend } from './trend.ts'

/** A report as Markdown, which GitHub and Azure DevOps show. `nameOf` shortens the address of a file. */
export const reportMarkdown = (report: Report, nameOf: (uri: string) => string, trend?: Trend): string =>
  [
    '# Governance report',
    '',
    scopeOf(report),
    '',
    `- Microsoft’s recommendations kept: **${keptOf(report)}**`,
    `- Ways in for people from outside: **${report.counts.externalPolicies}**`,
    `- Findings: **${number(report.counts.errors, 'error')}**, **${number(report.counts.warnings, 'warning')}**, ${report.counts.waived} waived`,
    '',
    ...(trend === undefined ? [] : trendLines(trend)),
    '## Microsoft’s recommendations',
    '',
    `From [Manage external access with entitlement management](${article}).`,
    '',
    ...table(['Recommendation', 'Standing', 'Rules'], report.recommendations.map(recommendationCells)),
    ...report.recommendations.flatMap(each => shortfallLines(each, nameOf)),
    '## Ways in for people from outside',
    '',
    ...(report.externalAccess.length === 0
      ? ['Nobody from outside can get anything.', '']
      : table(
          ['Who', 'Gets', 'Approved by', 'Until', 'Reviewed', 'Not kept'],
          report.externalAccess.map(way => wayCells(way, nameOf)),
        )),
    '## Waivers',
    '',
    ...(report.waivers.length === 0
      ? [report.tenant === undefined ? 'There are none.' : '']
      : table(['Until', 'Rule', 'Where', 'Why', 'State'], report.waivers.map(waiverCells))),
    '## Rules',
    '',
    ...table(
      ['Rule', 'Finds', 'Set to', 'Findings', 'Waived'],
      report.rules.map(({ rule, finds, setting, failing, waived }) => [
        code(rule),
        text(finds),
        setting,
        String(failing),
        String(waived),
      ]),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')

const trendLines = ({ since, counts, rules, opened, closed }: Trend): string[] => {
  const row = ({ what, before, now }: Change) => [text(what), String(before), String(now), signed(now - before)]
  return [
    `## Since ${since}`,
    '',
    ...table(['', 'Then', 'Now', 'Change'], [...counts, ...rules].map(row)),
    ...listed('New ways in', opened),
    ...listed('Closed ways in', closed),
  ]
}

const listed = (title: string, ways: readonly string[]): string[] =>
  ways.length === 0 ? [] : [`${title}:`, '', ...ways.map(way => `- ${text(way)}`), '']

export const signed = (change: number): string => (change > 0 ? `+${change}` : change === 0 ? '±0' : `−${-change}`)

const recommendationCells = ({ title, recommends, rules, standing }: RecommendationStanding): string[] => [
  `**${text(title)}**<br>${text(recommends)}`,
  standingWords[standing],
  rules.map(code).join(', '),
]

const shortfallLines = ({ title, shortfalls }: RecommendationStanding, nameOf: (uri: string) => string): string[] =>
  shortfalls.length === 0
    ? []
    : [`### ${text(title)}`, '', ...shortfalls.map(each => `- ${shortfallText(each, nameOf)}`), '']

const shortfallText = (
  { where, message, reaches, waived, file, line }: Shortfall,
  nameOf: (uri: string) => string,
): string => {
  const at = placeIn({ file, line }, nameOf)
  return [
    `**${text(where)}**: ${text(message)}${at === '' ? '' : ` (${code(at)})`}`,
    ...(reaches.length === 0 ? [] : [`It reaches ${reaches.map(text).join('; ')}.`]),
    ...(waived === undefined ? [] : [`Waived until ${waived.until}: ${text(waived.because)}`]),
  ].join(' ')
}

const placeLine = (place: string): string => (place === '' ? '' : `<br>${code(place)}`)

const wayCells = (way: ExternalWay, nameOf: (uri: string) => string): string[] => [
  text(way.who),
  `**${text(way.catalog)} › ${text(way.package)}** › ${text(way.policy)}<br>${way.grants.map(text).join('<br>') || 'nothing'}${placeLine(placeIn(way, nameOf))}`,
  text(way.approval),
  `${text(way.ends)}<br>Extension: ${way.extension}`,
  text(way.review),
  [...way.failing.map(code), ...way.waived.map(rule => `${code(rule)} (waived)`)].join('<br>') || 'nothing',
]

const waiverCells = ({ until, rule, where, because, state }: WaiverEntry): string[] => [
  until ?? 'no end',
  code(rule),
  text(where),
  text(because ?? ''),
  waiverWords[state],
]
