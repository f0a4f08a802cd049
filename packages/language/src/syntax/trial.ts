import type { IToken } from 'chevrotain'
import type { Grammar } from 'langium'
import { readAlong } from './expectation.ts'
import type { Failure } from './failure.ts'

/** Whether the grammar takes all of the tokens, one behind the other. */
export const isReadable = (grammar: Grammar, tokens: readonly IToken[]): boolean =>
  readAlong(grammar, tokens).read === tokens.length

/** A token for trying out: a word or sign that is no name, or a value of a type. */
export const trial = (near: IToken, name: string): IToken => ({
  ...near,
  image: name,
  tokenType: { ...near.tokenType, name, CATEGORIES: [] },
})

/** The tokens of a line from `from` on, a few of them. */
export const lineFrom = ({ tokens }: Pick<Failure, 'tokens'>, from: number, most = 4): readonly IToken[] => {
  const line = tokens[from]?.startLine
  const end = tokens.findIndex((token, index) => index > from && token.startLine !== line)
  return tokens.slice(from, Math.min(end < 0 ? tokens.length : end, from + most))
}

/** Where the line of a token starts. */
export const lineStart = ({ tokens }: Pick<Failure, 'tokens'>, index: number): number => {
  let start = index
  while (start > 0 && tokens[start - 1]?.startLine === tokens[index]?.startLine) start--
  return start
}
