import type { Finding } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import { readAlong } from './expectation.ts'
import type { Failure } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { inserted } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/** A block that isn't closed: the file ends inside it, or a statement follows that fits an outer block and not this one. */
export const missingBrace: Recognize = (failure, types) => {
  const { tokens, index, expected, window } = failure
  const token = tokens[index]
  const [before, brace] = [tokens[index - 1], window.braces.at(-1)]
  if (brace === undefined || before === undefined || !expected.some(({ keyword }) => keyword === '}')) return undefined
  if (token !== undefined && !isOutside(failure, token)) return undefined
  const missing = token === undefined ? window.braces.length : levelsToClose(failure, token)
  if (missing === undefined) return undefined
  return {
    finding: uri => unclosed(uri, failure, brace, before, missing),
    repair: inserted(failure, ...Array.from({ length: missing }, () => types['}'])),
  }
}

/** Whether a token stands where an outer block goes on: by its indentation, and by whether the file closes more than it opens. */
const isOutside = ({ tokens, index, window }: Failure, token: IToken): boolean => {
  const depth = tokens.reduce((sum, { image }) => sum + (image === '{' ? 1 : image === '}' ? -1 : 0), 0)
  if (tokens[index - 1]?.endLine === token.startLine) return depth > 0
  const column = token.startColumn ?? 1
  const head = window.heads.at(-1)?.[0]?.startColumn ?? 1
  return column < head || (column === head && depth > 0)
}

const unclosed = (
  uri: string,
  { tokens, index, window }: Failure,
  brace: IToken,
  before: IToken,
  missing: number,
): Finding => {
  const token = tokens[index]
  const [first, second] = window.heads.at(-1) ?? []
  const what =
    first === undefined ? 'This block' : `The block of ${first.image}${second === undefined ? '' : ` ${second.image}`}`
  const at = behindToken(uri, before)
  const indents = window.heads.toReversed().map(([head]) => (head?.startColumn ?? 1) - 1)
  const closing = indents.slice(0, missing).map(indent => `\n${' '.repeat(indent)}}`)
  const [range, message] =
    token === undefined
      ? [at, `${what} isn't closed before the file ends. Add \`}\`.`]
      : [
          rangeOfToken(uri, token),
          `${what} isn't closed, and \`${token.image}\` can't stand in it. Add \`}\` before it.`,
        ]
  const fix = {
    title: missing === 1 ? 'Add `}`' : `Add \`}\` ${missing} times`,
    safe: false,
    edits: [{ range: at, text: closing.join('') }],
  }
  const opened = { kind: 'source' as const, range: rangeOfToken(uri, brace) }
  return { ...syntaxFinding(range, message, fix), related: [{ place: opened, message: 'It is opened here.' }] }
}

/** How many blocks must be closed for `token` to fit; undefined where that doesn't help. */
const levelsToClose = ({ grammar, window: { tokens, braces } }: Failure, token: IToken): number | undefined => {
  for (let level = braces.length - 1; level >= 0; level--) {
    const outer = braces[level]
    if (outer === undefined) return undefined
    const closed = tokens.filter(({ startOffset }) => startOffset <= outer.startOffset)
    const prefix = [...closed, { ...outer, image: '}' }]
    if (readAlong(grammar, [...prefix, token]).read > prefix.length) return braces.length - level
  }
  return undefined
}
