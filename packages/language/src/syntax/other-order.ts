import type { IToken } from 'chevrotain'
import { inPlaceOf } from './exchanged.ts'
import { readAlong } from './expectation.ts'
import { type Failure, mayEnd } from './failure.ts'
import type { Mistake, Recognize } from './mistake.ts'
import { opening } from './open-blocks.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isReadable, lineFrom, lineStart } from './trial.ts'

/** `expires never`, `package "B" b`, `policy p from t "P"`: the right words in another order. */
export const otherOrder: Recognize = failure => {
  const { tokens, index, grammar, prefix, expected, window } = failure
  const start = lineStart(failure, index)
  const line = lineFrom(failure, start, 40)
  const long = prefix.slice(0, prefix.length - (index - start))
  const short = opening(window)
  const before = isReadable(grammar, short) ? short : long
  if (tokens[index] === undefined || index - start > prefix.length) return undefined
  const brace = line.findIndex(({ image }) => image === '{' || image === '}')
  const said = brace < 0 ? line : line.slice(0, brace)
  if (said.length < 2 || said.length > 14) return undefined
  if (start === index && !mayEnd(expected)) return undefined
  const rest = line.slice(said.length, said.length + 1)
  for (const order of orders(said, index - start)) {
    if (!keepsNames(said, order)) continue
    if (
      !isReadable(grammar, [...before, ...order, ...rest]) ||
      !mayEnd(readAlong(grammar, [...before, ...order]).expected)
    )
      continue
    return reordered(failure, start, said, order)
  }
  return undefined
}

/** Every way to move one stretch of a line, that begins or ends where reading failed, to another place of it. */
function* orders(line: readonly IToken[], at: number): Iterable<readonly IToken[]> {
  for (let length = 1; at + length <= line.length; length++)
    for (let to = at - 1; to >= 0; to--)
      yield [...line.slice(0, to), ...line.slice(at, at + length), ...line.slice(to, at), ...line.slice(at + length)]
  for (let from = at + 1; from < line.length; from++)
    yield [...line.slice(0, at), ...line.slice(from, from + 1), ...line.slice(at, from), ...line.slice(from + 1)]
}

const reordered = (failure: Failure, start: number, line: readonly IToken[], order: readonly IToken[]): Mistake => {
  const [first, last] = [
    line.findIndex((token, i) => token !== order[i]),
    line.findLastIndex((token, i) => token !== order[i]),
  ]
  const [from, to] = [line[first], line[last]]
  const written = (tokens: readonly IToken[]) => joined(failure.text, tokens)
  const message = `The words stand in another order: \`${written(order)}\`.`
  return {
    finding: uri => {
      const head = rangeOfToken(uri, from ?? (order[0] as IToken))
      const range = { ...head, end: rangeOfToken(uri, to ?? (order[0] as IToken)).end }
      const text = written(order.slice(first, last + 1))
      return syntaxFinding(range, message, {
        title: `Write \`${written(order)}\``,
        safe: false,
        edits: [{ range, text }],
      })
    },
    repair: { at: start, remove: line.length, insert: order.map((token, i) => inPlaceOf(token, line[i] ?? token)) },
  }
}

/** Whether the parts of every qualified name still stand together. */
const keepsNames = (line: readonly IToken[], order: readonly IToken[]): boolean =>
  line.every((token, i) => {
    if (token.image !== '.') return true
    const at = order.indexOf(token)
    return order[at - 1] === line[i - 1] && order[at + 1] === line[i + 1]
  })

/** Tokens as they were written, with a space between where there was one between any two like them. */
const joined = (text: string, tokens: readonly IToken[]): string =>
  tokens.reduce((said, { image, startOffset, endOffset = startOffset }, index) => {
    const next = text.slice(startOffset, endOffset + 1) || image
    const isGlued = index === 0 || image === ',' || image === '.' || tokens[index - 1]?.image === '.'
    return isGlued ? said + next : `${said} ${next}`
  }, '')
