import type { IToken } from 'chevrotain'
import type { Failure } from './failure.ts'
import type { Mistake, Recognize } from './mistake.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { shown } from './token-words.ts'
import { isReadable } from './trial.ts'

/** `package a "A" hidden` and then `{`: two neighbours on different lines, or a brace and its neighbour, the other way round. */
export const exchanged: Recognize = failure => pair(failure, failure.index - 1) ?? pair(failure, failure.index)

const pair = (failure: Failure, at: number): Mistake | undefined => {
  const { grammar, tokens, index, prefix } = failure
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (first === undefined || second === undefined || (at < index && prefix.at(-1) !== first)) return undefined
  const isBrace = /^[{}]$/.test(first.image) || /^[{}]$/.test(second.image)
  if (!isBrace || first.image === second.image) return undefined
  const before = at < index ? prefix.slice(0, -1) : prefix
  const behind = tokens.slice(at + 2, at + 5)
  if (behind.length === 0 || !isReadable(grammar, [...before, second, first, ...behind])) return undefined
  return {
    finding: uri => {
      const [one, other] = [rangeOfToken(uri, first), rangeOfToken(uri, second)]
      const message = `\`${shown(first)}\` and \`${shown(second)}\` stand the other way round.`
      return syntaxFinding(one, message, {
        title: 'Exchange them',
        safe: false,
        edits: [
          { range: one, text: second.image },
          { range: other, text: first.image },
        ],
      })
    },
    repair: { at, remove: 2, insert: [inPlaceOf(second, first), inPlaceOf(first, second)] },
  }
}

/** The tree needs tokens in the order of the text. */
export const inPlaceOf = ({ image, tokenType, tokenTypeIdx }: IToken, place: IToken): IToken => ({
  ...place,
  image,
  tokenType,
  tokenTypeIdx,
})
