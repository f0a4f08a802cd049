import { type Entry, type FindingText, type Placed, placeOf, type Rule, relatedTo } from '@entitle/language'
import type { Explanation, Meaning } from '../explain/meaning.ts'
import { fullName } from '../explain/names.ts'
import { fact, indented, paragraph } from './explain-lines.ts'
import { pageLines } from './explain-page.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'

type Meant = Extract<Explanation, { readonly meanings: readonly Meaning[] }>

/** More meanings than these are listed, each with what to type to read on. */
const mostInFull = 3

export const explainText = ({ query, meanings }: Meant, columns: number, paint: Paint): string => {
  if (meanings.length <= mostInFull)
    return `${meanings.map(meaning => whole(meaning, columns, paint).join('\n')).join('\n\n\n')}\n`
  const head = `${paint.bold(query)} is a word of ${meanings.length} statements:`
  return `${[head, ...meanings.flatMap(meaning => ['', ...inShort(meaning, columns, paint)])].join('\n')}\n`
}

const whole = (meaning: Meaning, columns: number, paint: Paint): readonly string[] => {
  switch (meaning.kind) {
    case 'word':
      return wordLines(meaning.word, columns, paint)
    case 'rule':
      return pageLines(meaning.page, columns, paint)
    case 'finding':
      return findingLines(meaning.finding, columns, paint)
  }
}

const inShort = (meaning: Meaning, columns: number, paint: Paint): readonly string[] => {
  if (meaning.kind !== 'word') return whole(meaning, columns, paint)
  const { word } = meaning
  return [
    title(word, paint),
    ...paragraph(word.entry.meaning, columns, paint),
    `  ${paint.dim('›')} entitle explain ${fullName(word)}`,
  ]
}

const title = (word: Placed, { bold, dim }: Paint): string => {
  const place = placeOf(word)
  return place === '' ? bold(word.entry.title) : `${bold(word.entry.title)}  ${dim(place)}`
}

const wordLines = (word: Placed, columns: number, paint: Paint): readonly string[] => {
  const { entry, page } = word
  const more = page.entries[0] === entry ? page.entries.slice(1) : []
  return [
    title(word, paint),
    '',
    ...entry.forms.map(form => `  ${paint.cyan(form)}`),
    ...[entry.meaning, ...(entry.more ?? [])].flatMap(text => ['', ...paragraph(text, columns, paint)]),
    '',
    ...facts(word, columns, paint),
    '',
    ...indented(entry.example, '    '),
    ...(more.length === 0
      ? []
      : ['', ...fact('Page', `${page.title}: ${more.map(each => each.title).join(', ')}.`, columns, paint)]),
  ]
}

const facts = (word: Placed, columns: number, paint: Paint): readonly string[] => {
  const { entry } = word
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Default', entry.default && `${entry.default}.`],
    ['Limits', entry.limits?.join(' ')],
    ['Graph', entry.graph?.join(', ') ?? 'nothing; it stays in the sources.'],
    ['Microsoft', entry.page],
    ['Rules', entry.rules?.join(', ')],
    ['See also', entry.related && seeAlso(entry.related, word)],
  ]
  return said.flatMap(([label, text]) => (text === undefined ? [] : fact(label, text, columns, paint)))
}

const seeAlso = (related: readonly string[], word: Pick<Placed, 'page'>): string =>
  related
    .flatMap(name => relatedTo(name, word) ?? [])
    .map(found => (found.page === word.page ? found.entry.title : fullName(found)))
    .join(', ')

const findingLines = (finding: FindingText, columns: number, paint: Paint): readonly string[] => [
  `${paint.bold(finding.code)}  ${paint.dim(`a finding (${finding.severity})`)}`,
  '',
  ...paragraph(finding.meaning, columns, paint),
  '',
  ...fact('Way out', finding.remedy, columns, paint),
  ...(finding.related === undefined ? [] : fact('See also', relatedWords(finding.related), columns, paint)),
]

const relatedWords = (related: readonly string[]): string =>
  related
    .flatMap(name => relatedTo(name, { page: { name: '' } }) ?? [])
    .map(fullName)
    .join(', ')

/** `entitle-explain/1`. */
export const explainJson = ({ query, meanings }: Meant): string =>
  json({ format: 'entitle-explain/1', query, meanings: meanings.map(meaningJson) })

const meaningJson = (meaning: Meaning): object => {
  switch (meaning.kind) {
    case 'word':
      return {
        kind: 'word',
        name: fullName(meaning.word),
        place: placeOf(meaning.word),
        ...entryJson(meaning.word.entry),
        related: relatedNames(meaning.word),
      }
    case 'rule':
      return { kind: 'rule', name: meaning.name, ...ruleJson(meaning.rule), page: meaning.page }
    case 'finding':
      return { kind: 'finding', ...meaning.finding }
  }
}

const relatedNames = (word: Placed): readonly string[] =>
  (word.entry.related ?? []).flatMap(name => relatedTo(name, word) ?? []).map(fullName)

const ruleJson = (rule: Rule | undefined): object =>
  rule === undefined ? {} : { finds: rule.finds, why: rule.why, source: rule.source, severity: rule.severity }

const entryJson = ({
  title: called,
  forms,
  meaning,
  more,
  limits,
  graph,
  page,
  example,
  rules,
  ...entry
}: Entry): object => ({
  title: called,
  forms,
  meaning: [meaning, ...(more ?? [])].join('\n'),
  ...(entry.default === undefined ? {} : { default: entry.default }),
  limits: limits ?? [],
  graph: graph ?? [],
  ...(page === undefined ? {} : { page }),
  rules: rules ?? [],
  example,
})
