import { shown } from '../printing/markdown-text.ts'
import { keptOf, number, placeIn, scopeOf, standingWords, waiverWords } from './facts.ts'
import { signed } from './markdown.ts'
import { article } from './recommendations.ts'
import type { ExternalWay, RecommendationStanding, Report, Shortfall, WaiverEntry } from './report.ts'
import { style } from './style.ts'
import type { Trend } from './trend.ts'

/** A report as a page in one file: nothing is loaded, nothing runs. `nameOf` shortens the address of a file. */
export const reportHtml = (report: Report, nameOf: (uri: string) => string, trend?: Trend): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Governance report, ${text(report.date)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>Governance report</h1>
<p class="quiet">${text(scopeOf(report))}</p>
${figures(report)}
</header>
${[
  trend === undefined ? '' : trendSection(trend),
  section('Microsoft’s recommendations', recommendationsTable(report, nameOf)),
  section('Ways in for people from outside', externalTable(report, nameOf)),
  section('Waivers', waiversTable(report)),
  section('Rules', rulesTable(report)),
]
  .filter(part => part !== '')
  .join('\n')}
<footer>
<p class="quiet">Written by Entitle. The recommendations are those of Microsoft’s article <a href="${article}">Manage external access with entitlement management</a>, in our words.</p>
</footer>
</main>
</body>
</html>
`

const figures = ({ counts, ...report }: Report): string => {
  const facts: readonly (readonly [string, string])[] = [
    ['Recommendations kept', keptOf({ counts, ...report })],
    ['Ways in from outside', String(counts.externalPolicies)],
    ['Errors', String(counts.errors)],
    ['Warnings', String(counts.warnings)],
    ['Findings waived', String(counts.waived)],
  ]
  return `<dl class="figures">\n${facts.map(([name, value]) => `<div><dt>${text(name)}</dt><dd>${text(value)}</dd></div>`).join('\n')}\n</dl>`
}

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, '-')

const section = (title: string, body: string): string =>
  `<section aria-labelledby="${idOf(title)}">\n<h2 id="${idOf(title)}">${text(title)}</h2>\n${body}\n</section>`

interface Column {
  readonly title: string
  readonly number?: true
}

/** The first cell of each row names it. Cells are HTML. */
const table = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const kind = (index: number) => (columns[index]?.number === true ? ' class="number"' : '')
  const head = columns.map(({ title }, index) => `<th scope="col"${kind(index)}>${text(title)}</th>`).join('')
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td${kind(index)}>${cell}</td>`)).join('')}</tr>`
  return `<div class="scroll" role="region" aria-label="${text(caption)}" tabindex="0">
<table>
<caption>${text(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody>
</table>
</div>`
}

const trendSection = ({ since, counts, rules, opened, closed }: Trend): string =>
  section(
    `Since ${since}`,
    [
      table(
        'What has changed',
        [
          { title: 'What' },
          { title: 'Then', number: true },
          { title: 'Now', number: true },
          { title: 'Change', number: true },
        ],
        [...counts, ...rules].map(({ what, before, now }) => [
          text(what),
          String(before),
          String(now),
          signed(now - before),
        ]),
      ),
      ...listed('New ways in:', opened),
      ...listed('Closed ways in:', closed),
    ].join('\n'),
  )

const listed = (title: string, ways: readonly string[]): string[] =>
  ways.length === 0 ? [] : [`<p>${text(title)}</p>`, list(ways.map(text))]

const list = (items: readonly string[]): string => `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`

const recommendationsTable = ({ recommendations }: Report, nameOf: (uri: string) => string): string =>
  table(
    'What Microsoft recommends, and how it is kept here',
    [{ title: 'Recommendation' }, { title: 'Standing' }, { title: 'What stands against it' }, { title: 'Rules' }],
    recommendations.map(each => recommendationCells(each, nameOf)),
  )

const recommendationCells = (
  { title, recommends, rules, standing, shortfalls }: RecommendationStanding,
  nameOf: (uri: string) => string,
): string[] => [
  `${text(title)}<p class="quiet">${text(recommends)}</p>`,
  `<span class="${standing.replace(' ', '-')}">${standingWords[standing]}</span>`,
  shortfalls.length === 0 ? 'nothing' : list(shortfalls.map(each => shortfallHtml(each, nameOf))),
  rules.map(ruleName).join('<br>'),
]

const shortfallHtml = (
  { where, message, reaches, waived, file, line }: Shortfall,
  nameOf: (uri: string) => string,
): string =>
  [
    `<strong>${text(where)}</strong>: ${text(message)}${placeHtml({ file, line }, nameOf)}`,
    ...(reaches.length === 0 ? [] : [`<br>It reaches ${text(reaches.join('; '))}.`]),
    ...(waived === undefined
      ? []
      : [`<br><span class="excepted">Waived until ${text(waived.until)}</span>: ${text(waived.because)}`]),
  ].join('')

const externalTable = ({ externalAccess }: Report, nameOf: (uri: string) => string): string =>
  externalAccess.length === 0
    ? '<p>Nobody from outside can get anything.</p>'
    : table(
        'Each policy by which people from outside may get access',
        [
          { title: 'What' },
          { title: 'Who' },
          { title: 'Approved by' },
          { title: 'Until' },
          { title: 'Reviewed' },
          { title: 'Rules not kept' },
        ],
        externalAccess.map(way => wayCells(way, nameOf)),
      )

const wayCells = (way: ExternalWay, nameOf: (uri: string) => string): string[] => [
  `${text(`${way.catalog} › ${way.package} › ${way.policy}`)}${way.grants.length === 0 ? '' : list(way.grants.map(text))}<span class="quiet">${placeHtml(way, nameOf)}</span>`,
  text(way.who),
  text(way.approval),
  `${text(way.ends)}<br><span class="quiet">Extension: ${text(way.extension)}</span>`,
  text(way.review),
  [
    ...way.failing.map(rule => `<span class="not-met">${ruleName(rule)}</span>`),
    ...way.waived.map(rule => `<span class="excepted">${ruleName(rule)} (waived)</span>`),
  ].join('<br>') || '<span class="met">none</span>',
]

const waiversTable = ({ waivers }: Report): string =>
  waivers.length === 0
    ? '<p>There are none.</p>'
    : table(
        'Exceptions from rules, those that end first before others',
        [{ title: 'Until' }, { title: 'Rule' }, { title: 'Where' }, { title: 'Why' }, { title: 'State' }],
        waivers.map(waiverCells),
      )

const waiverCells = ({ until, rule, where, because, state }: WaiverEntry): string[] => [
  text(until ?? 'no end'),
  ruleName(rule),
  text(where),
  text(because ?? ''),
  `<span class="${state === 'active' ? 'met' : state === 'unused' ? 'excepted' : 'not-met'}">${waiverWords[state]}</span>`,
]

const rulesTable = ({ rules }: Report): string =>
  table(
    `${number(rules.length, 'rule')}, and what each finds here`,
    [
      { title: 'Rule' },
      { title: 'Finds' },
      { title: 'Set to' },
      { title: 'Findings', number: true },
      { title: 'Waived', number: true },
    ],
    rules.map(({ rule, finds, setting, failing, waived }) => [
      ruleName(rule),
      text(finds),
      text(setting),
      failing === 0 ? '0' : `<span class="not-met">${failing}</span>`,
      String(waived),
    ]),
  )

/** Text as itself, whatever HTML it looks like. */
const text = (value: string): string => shown(value).replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`)

const code = (value: string): string => `<code>${text(value)}</code>`

const placeHtml = (at: Pick<ExternalWay, 'file' | 'line'>, nameOf: (uri: string) => string): string => {
  const place = placeIn(at, nameOf)
  return place === '' ? '' : ` ${code(place)}`
}

/** The name of a rule, in one piece. */
const ruleName = (name: string): string => `<code class="rule">${text(name)}</code>`
