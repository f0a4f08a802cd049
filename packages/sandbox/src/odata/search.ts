import { badRequest, notImplemented } from '../http/graph-error.ts'
import type { Doc } from '../json.ts'
import { propertyOf } from '../schema/lookup.ts'

/** These are searched word by word; other texts by how they begin. */
const tokenized = new Set(['displayName', 'description'])

/** The words of a text, in lower case: Graph cuts at signs, blanks and between small and capital letters, and keeps the whole word too. */
export const wordsOf = (text: string): string[] => {
  const whole = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const parts = whole.flatMap(word => word.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})/u))
  return [...new Set([...whole, ...parts].map(word => word.toLowerCase()))]
}

/**
 * Reads a `$search` over directory objects: quoted clauses with AND and OR between them, AND first.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export function searchOf(text: string, type: string): (doc: Doc) => boolean {
  const clause = /\s*"((?:[^"\\]|\\.)*)"\s*/y
  const either: ((doc: Doc) => boolean)[][] = [[]]
  for (let at = 0; ; ) {
    clause.lastIndex = at
    const found = clause.exec(text)
    if (!found) throw refused(text)
    either.at(-1)?.push(clauseOf(String(found[1]), type))
    at = clause.lastIndex
    if (at === text.length) break
    const word = /(AND|OR)(?=\s)/y
    word.lastIndex = at
    const operator = word.exec(text)?.[1]
    if (operator === undefined) throw refused(text)
    if (operator === 'OR') either.push([])
    at = word.lastIndex
  }
  return doc => either.some(all => all.every(passes => passes(doc)))
}

/** Graph knows parentheses and NOT as well. */
const refused = (text: string) =>
  /[()]|\bNOT\b/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))
    ? notImplemented('parentheses and NOT in $search')
    : badRequest(`Syntax error in the $search clause '${text}'.`, 'Request_BadRequest')

function clauseOf(text: string, type: string): (doc: Doc) => boolean {
  const parts = /^\s*(\w+):(.*)$/s.exec(text.replaceAll(/\\(.)/gs, '$1'))
  if (!parts) throw badRequest(`The $search clause '${text}' must name a property.`, 'Request_BadRequest')
  const [, property = '', value = ''] = parts
  const found = propertyOf(type, property)
  if (found?.type !== 'String' || found.collection)
    throw badRequest(`Property '${property}' of '${type}' can not be searched.`, 'Request_BadRequest')
  if (!tokenized.has(property)) {
    const start = value.trim().toLowerCase()
    return doc => typeof doc[property] === 'string' && String(doc[property]).toLowerCase().startsWith(start)
  }
  const sought = value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return doc => {
    const words = wordsOf(String(doc[property] ?? ''))
    return sought.every(word => words.some(each => each.startsWith(word)))
  }
}
