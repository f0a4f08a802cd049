import { findingTexts, nearest, type Placed, placed, rules } from '@entitle/language'
import { rulePages } from '../generated/rule-pages.ts'
import type { Explanation, Meaning } from './meaning.ts'
import { fixedWords, fullName, plainWords } from './names.ts'

/** What the words mean: as a whole, else as a part of what one may write, else in any order. */
export const lookUp = (typed: readonly string[]): Explanation => {
  const query = typed.join(' ').trim()
  const asked = plainWords(query)
  const meanings = [...wordsMeant(asked), ...rulesMeant(asked), ...findingsMeant(asked)]
  if (meanings.length > 0) return { query, meanings }
  for (const test of [holds, holdsEach]) {
    const parts = asked === '' ? [] : placed.filter(word => test(word, asked)).map(asMeaning)
    if (parts.length > 0) return { query, meanings: parts }
  }
  return { query, near: nearTo(asked) }
}

const asMeaning = (word: Placed): Meaning => ({ kind: 'word', word })

/** A full name means one thing only; else every word of that title, and what else says no more than that. */
const wordsMeant = (asked: string): Meaning[] => {
  if (asked === '') return []
  const exact = placed.filter(word => fullName(word) === asked && titleOf(word) !== asked)
  if (exact.length > 0) return exact.map(asMeaning)
  const titled = placed.filter(word => [titleOf(word), titleOf(word).replaceAll(' ', '-')].includes(asked))
  const formed = placed.filter(({ entry }) => entry.forms.some(form => fixedWords(form) === asked))
  return [...new Set([...titled, ...formed])].map(asMeaning)
}

const titleOf = ({ entry }: Placed): string => plainWords(entry.title)

/** The words stand together in one of its forms: `fallback`, `quarterly`, `choose many`. */
const holds = ({ entry }: Placed, asked: string): boolean =>
  [entry.title, ...entry.forms].some(form => ` ${plainWords(form)} `.includes(` ${asked} `))

/** Each of the words stands in its name or a form: `stage justification`. */
const holdsEach = (word: Placed, asked: string): boolean => {
  const there = new Set(plainWords([fullName(word), ...word.entry.forms].join(' ')).split(' '))
  return asked.split(' ').every(each => there.has(each))
}

const rulesMeant = (asked: string): Meaning[] => {
  const page = Object.hasOwn(rulePages, asked) ? rulePages[asked] : undefined
  if (page === undefined) return []
  const rule = rules.find(({ name }) => name === asked)
  return [{ kind: 'rule', name: asked, page, ...(rule === undefined ? {} : { rule }) }]
}

const findingsMeant = (asked: string): Meaning[] =>
  findingTexts.filter(({ code }) => code === asked).map(finding => ({ kind: 'finding', finding }))

/** Everything that can be asked for: titles, the fixed words of forms, single words, rules and codes. */
const names = (): ReadonlySet<string> => {
  const forms = placed.flatMap(({ entry }) => [entry.title, ...entry.forms])
  const texts = forms.flatMap(form => [fixedWords(form), ...fixedWords(form.replaceAll('|', ' ')).split(' ')])
  return new Set(
    [...texts, ...Object.keys(rulePages), ...findingTexts.map(({ code }) => code)].filter(name => name.length > 1),
  )
}

const mostNear = 3

const nearTo = (asked: string): string[] => {
  const left = new Set(names())
  const found: string[] = []
  while (found.length < mostNear) {
    const near = nearest(asked, left)
    if (near === undefined) break
    found.push(near)
    left.delete(near)
  }
  return found
}
