import { type Placed, placeOf } from '@entitle/language'

/** Words as they are compared: small letters, one blank between them, no signs. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s/_-]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')

/** The words of a form that never change: `stage by SUBJECT, …` → `stage by`. */
export const fixedWords = (form: string): string =>
  plainWords(form.replaceAll(/"[^"]*"/g, ' ').replaceAll(/\S*\|\S*|\[[^\]]*\]|\{[^}]*\}|\p{Lu}[\p{Lu}_.]+/gu, ' '))

/** The one name that tells a word from others like it: `stage justification`, `review open for`. */
export const fullName = (word: Placed): string => {
  const place = /^in an? ([a-z ]+?)( or .*)?$/.exec(placeOf(word))?.[1]
  const home = place ?? word.page.name.replaceAll('-', ' ')
  const title = plainWords(word.entry.title)
  return home === title || home.endsWith(` ${title}`) ? home : `${home} ${title}`
}
