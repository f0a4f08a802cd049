import type { IToken } from 'chevrotain'
import { isWord } from './token-words.ts'

/** The tokens that matter for what may stand at `index`: heads of the blocks open there, and what was said in the innermost since its last inner block. */
export interface Window {
  readonly tokens: readonly IToken[]
  /** Where each token of the window stands among all tokens. */
  readonly indexes: readonly number[]
  /** The `{` of each open block, outermost first. */
  readonly braces: readonly IToken[]
  /** For each open block the tokens of its head, from its first word up to its `{`. */
  readonly heads: readonly (readonly IToken[])[]
}

interface Level {
  readonly brace: IToken | undefined
  readonly head: readonly IToken[]
  tokens: IToken[]
  indexes: number[]
}

/** Longest stretch that is kept of one block; what stands before it has been read already. */
const longest = 600

export const windowAt = (tokens: readonly IToken[], index: number): Window => {
  const levels: Level[] = [{ brace: undefined, head: [], tokens: [], indexes: [] }]
  for (const [i, token] of tokens.slice(0, index).entries()) {
    const level = levels.at(-1)
    if (level === undefined) break
    if (token.image === '}' && levels.length > 1) {
      levels.pop()
      clear(levels.at(-1))
      continue
    }
    level.tokens.push(token)
    level.indexes.push(i)
    if (token.image === '{') levels.push({ brace: token, head: lastLine(level.tokens), tokens: [], indexes: [] })
    else if (level.tokens.length > longest) shorten(level)
  }
  const open = levels.slice(1)
  return {
    tokens: levels.flatMap(level => level.tokens),
    indexes: levels.flatMap(level => level.indexes),
    braces: open.flatMap(({ brace }) => brace ?? []),
    heads: open.map(({ head }) => head),
  }
}

/** A statement that ends in a block is over, and so is everything before it. */
const clear = (level: Level | undefined) => {
  if (level === undefined) return
  level.tokens = []
  level.indexes = []
}

/** Leaves the last line that starts in the first column of its block. */
const shorten = (level: Level) => {
  const column = level.tokens[0]?.startColumn
  const cut = level.tokens.findLastIndex(
    (token, i) => i > 0 && token.startColumn === column && token.startLine !== level.tokens[i - 1]?.endLine,
  )
  if (cut <= 0) return
  level.tokens = level.tokens.slice(cut)
  level.indexes = level.indexes.slice(cut)
}

/** The head of a block, without the statements before it: what stands on the line of the last token before its `{`. */
const lastLine = (tokens: readonly IToken[]): readonly IToken[] => {
  const before = tokens.slice(0, -1)
  const line = before.at(-1)?.startLine
  return before.filter(token => token.startLine === line)
}

/** `of catalog tools`: whose block is open, for a sentence. */
export const blockName = ({ heads }: Pick<Window, 'heads'>): string => {
  const [first, second] = heads.at(-1) ?? []
  const name = second !== undefined && isWord(second) ? ` ${second.image}` : ''
  return `of ${first?.image ?? 'this block'}${name}`
}

/** The heads of the open blocks with their braces, and nothing of what was said in them: the shortest way to where a statement starts. */
export const opening = ({ heads, braces }: Pick<Window, 'heads' | 'braces'>): readonly IToken[] =>
  heads.flatMap((head, level) => [...head, ...braces.slice(level, level + 1)])
