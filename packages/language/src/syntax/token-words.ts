import type { IToken } from 'chevrotain'

/** A name or a word of the language. */
export const isWord = (token: IToken): boolean => /^[_\p{L}]/u.test(token.image)

/** `after \`expires\` `: what stands before, for a sentence. */
export const after = (token: IToken | undefined): string =>
  token === undefined ? 'here ' : `after \`${shown(token)}\` `

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** A token as a message shows it: its first line, not too much of it. */
export const shown = (token: IToken): string => {
  const line = token.image.split(/\r?\n/)[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
