import { invalidFilter } from '../http/graph-error.ts'

const token = /\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)/y

/** Cuts a `$filter` into quoted strings, parentheses, commas and words. */
export function filterTokens(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex
    const found = token.exec(text)?.[1]
    if (found === undefined)
      throw invalidFilter(`There is an unterminated string literal at position ${at} in '${text}'.`)
    tokens.push(found)
  }
  return tokens
}
