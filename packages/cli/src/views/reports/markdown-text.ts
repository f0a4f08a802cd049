import { printableText } from '../printable.ts'

/**
 * Text as Markdown that says just this: nothing in it is a link, a heading or a table, and nobody is called by it (`@anna` would be).
 */
export const plain = (text: string): string =>
  printableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()|~!]/g, '\\$&')
    .replaceAll(/[@#](?=[\p{L}\p{N}])/gu, '$&<!-- -->')
    .replaceAll(/(https?|www)(?=:|\.)/gi, '$1<!-- -->')

/** Text as code, also where it holds backticks and bars. */
export const code = (text: string): string => {
  const shown = printableText(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`
}
