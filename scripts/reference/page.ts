import { anchorOf, type Entry, type Page, placeOf, relatedTo } from '@entitle/language'

/** A page of the reference as Markdown. */
export const pageText = (page: Page): string =>
  [
    notice(`packages/language/src/printing/reference`),
    `# ${page.title}`,
    ...page.intro,
    ...(page.example === undefined ? [] : [fence('entitle', page.example)]),
    contents(page),
    ...page.entries.map(entry => section(entry, page)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

export const notice = (from: string): string =>
  `<!-- Written by scripts/reference-pages.ts from ${from}; change that instead. -->`

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

export const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    `|${'---|'.repeat(head.length)}`,
    ...body.map(cells => line(cells.map(cell => cell.replaceAll('|', '\\|')))),
  ].join('\n')
}

const code = (text: string): string => `\`${text}\``

/** The table of contents: what each statement means, and what holds without it. */
const contents = ({ entries }: Page): string =>
  table([
    ['word', 'meaning', 'where nothing is said'],
    ...entries.map(entry => [`[${code(entry.title)}](#${anchorOf(entry)})`, entry.meaning, entry.default ?? '–']),
  ])

const section = (entry: Entry, page: Page): string => {
  const place = placeOf({ entry, page })
  return [
    `## ${code(entry.title)}`,
    ...(place === '' || place === page.place ? [] : [`*${place[0]?.toUpperCase()}${place.slice(1)}.*`]),
    fence('text', entry.forms.join('\n')),
    [entry.meaning, ...(entry.more ?? [])].join('\n\n'),
    facts(entry, page),
    fence('entitle fragment', entry.example),
  ].join('\n\n')
}

const facts = (entry: Entry, page: Page): string =>
  [
    ...(entry.default === undefined ? [] : [`- **Where nothing is said:** ${entry.default}.`]),
    ...(entry.limits === undefined ? [] : [`- **Limits:** ${entry.limits.join(' ')}`]),
    ...(entry.graph === undefined
      ? ['- **Microsoft Graph:** nothing; it stays in the sources.']
      : [`- **Microsoft Graph:** ${entry.graph.map(code).join(', ')}${source(entry)}`]),
    ...(entry.related === undefined ? [] : [`- **See also:** ${links(entry.related, page)}`]),
    ...(entry.rules === undefined
      ? []
      : [`- **Rules:** ${entry.rules.map(rule => `[${rule}](../rules/${rule}.md)`).join(', ')}`]),
  ].join('\n')

const source = ({ page }: Entry): string => (page === undefined ? '' : ` ([Microsoft’s page](${page}))`)

/** Links to words, on the same page or another; `page` is where the links stand. */
export const links = (names: readonly string[], page: Pick<Page, 'name'> & Partial<Page>): string =>
  names
    .map(name => {
      const target = relatedTo(name, { page })
      if (target === undefined) throw new Error(`No entry is called ${name}.`)
      const file = target.page.name === page.name ? '' : `${target.page.name}.md`
      const namesake = file !== '' && page.entries?.some(({ title }) => title === target.entry.title)
      const which = namesake === true ? ` (${target.page.title})` : ''
      return `[${code(target.entry.title)}${which}](${file}#${anchorOf(target.entry)})`
    })
    .join(', ')
