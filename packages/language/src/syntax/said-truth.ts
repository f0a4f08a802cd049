import type { IToken } from 'chevrotain'
import { mayEnd } from './failure.ts'
import type { Mistake, Recognize } from './mistake.ts'
import { type Repair, skipped } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isReadable, lineFrom, lineStart } from './trial.ts'

const how = "What is said holds, and what is left out doesn't"

/** `hidden true`, `hidden false`, `not hidden`: a statement is its own truth. */
export const saidTruth: Recognize = failure => {
  const { tokens, index, expected, grammar, prefix } = failure
  const token = tokens[index]
  if (token === undefined || !mayEnd(expected)) return undefined
  const before = tokens[index - 1]
  const isBehind = before !== undefined && before.endLine === token.startLine
  if (isBehind && /^(true|yes)$/i.test(token.image))
    return leftOut(token, before, [before, token], { at: index, remove: 1, insert: [] })
  const start = tokens[lineStart(failure, index)]
  if (isBehind && start !== undefined && /^(false|no)$/i.test(token.image))
    return leftOut(token, undefined, [start, token], skipped(failure))
  const line = lineFrom(failure, index, 40)
  const last = line.at(-1)
  const isNegated = /^not$/i.test(token.image) && line.length > 1 && isReadable(grammar, [...prefix, ...line.slice(1)])
  return isNegated && last !== undefined ? leftOut(token, undefined, [token, last], skipped(failure)) : undefined
}

const leftOut = (
  token: IToken,
  kept: IToken | undefined,
  [first, last]: readonly [IToken, IToken],
  repair: Repair,
): Mistake => ({
  finding: uri => {
    const from = kept === undefined ? rangeOfToken(uri, first).start : behindToken(uri, kept).end
    const range = { uri, start: from, end: rangeOfToken(uri, last).end }
    const what = kept === undefined ? 'Leave out the statement' : `Leave out \`${token.image}\``
    const fix = { title: what, safe: kept !== undefined, edits: [{ range, text: '' }] }
    return syntaxFinding(rangeOfToken(uri, token), `${how}. ${what}.`, fix)
  },
  repair,
})
