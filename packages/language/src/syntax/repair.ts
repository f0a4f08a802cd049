import type { IToken, TokenType } from 'chevrotain'
import type { Failure } from './failure.ts'

/** How to read on behind a mistake as a person would: leave tokens out, put others in their place. */
export interface Repair {
  readonly at: number
  readonly remove: number
  readonly insert: readonly IToken[]
}

export type TokenTypes = { readonly [name: string]: TokenType }

export const applied = (tokens: readonly IToken[], { at, remove, insert }: Repair): IToken[] => [
  ...tokens.slice(0, at),
  ...insert,
  ...tokens.slice(at + remove),
]

/** Whether blocks begin or end elsewhere than they are written to. */
export const movesBraces = (tokens: readonly IToken[], { at, remove, insert }: Repair): boolean =>
  [...tokens.slice(at, at + remove), ...insert].some(({ image }) => image === '{' || image === '}')

/** Takes the failing token, and `more` behind it, for `type` with the text `image`. */
export const taken = ({ tokens, index }: Failure, type: TokenType, image: string, more = 0): Repair => {
  const [first, last] = [tokens[index], tokens[index + more]]
  if (first === undefined || last === undefined) return { at: index, remove: 0, insert: [] }
  const { endOffset = last.startOffset, endLine = 1, endColumn = 1 } = last
  return {
    at: index,
    remove: 1 + more,
    insert: [{ ...first, endOffset, endLine, endColumn, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 }],
  }
}

/** Reads as if tokens stood before the failing one. They are in no tree: the parser takes them as its own recovery does. */
export const inserted = ({ tokens, index }: Failure, ...types: readonly (TokenType | undefined)[]): Repair => {
  const near = tokens[index - 1] ?? tokens[index]
  const made = types.flatMap((type): IToken[] => {
    if (type === undefined || near === undefined) return []
    const image = typeof type.PATTERN === 'string' ? type.PATTERN : ''
    const token = { ...near, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0, isInsertedInRecovery: true }
    return [token]
  })
  return { at: index, remove: 0, insert: made }
}

/** Leaves out the rest of the line that the failing token stands in, with the whole of a block that opens there. */
export const skipped = ({ tokens, index }: Failure): Repair => {
  const line = tokens[index]?.startLine
  let depth = 0
  let end = index
  for (; end < tokens.length; end++) {
    const token = tokens[end]
    if (token === undefined || (depth === 0 && token.startLine !== line)) break
    if (token.image === '}' && depth === 0 && end > index) break
    if (token.image === '{') depth++
    if (token.image === '}' && depth > 0) depth--
  }
  return { at: index, remove: end - index, insert: [] }
}
