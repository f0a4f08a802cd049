import type { Finding, RelatedPlace } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import { readAlong } from './expectation.ts'
import type { Failure } from './explain.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/**
 * A block that isn't closed: the file ends inside it, or a statement follows that fits an outer block and not this one.
 * Undefined where that isn't the mistake.
 */
export const missingBrace = ({ document, grammar, tokens, index, expected, window }: Failure): Finding | undefined => {
  const uri = document.uri.toString()
  const token = tokens[index]
  const before = tokens[index - 1]
  const brace = window.braces.at(-1)
  const head = window.heads.at(-1)
  if (brace === undefined || before === undefined || !expected.some(({ keyword }) => keyword === '}')) return undefined
  const missing =
    token === undefined ? window.braces.length : levelsToClose(grammar, window.tokens, window.braces, token)
  if (missing === undefined) return undefined
  const what =
    head === undefined || head.length === 0
      ? 'This block'
      : `The block of ${head
          .slice(0, 2)
          .map(({ image }) => image)
          .join(' ')}`
  const related: RelatedPlace = {
    place: { kind: 'source', range: rangeOfToken(uri, brace) },
    message: 'It is opened here.',
  }
  const at = behindToken(uri, before)
  const range = token === undefined ? at : rangeOfToken(uri, token)
  const indents = window.heads.toReversed().map(([first]) => (first?.startColumn ?? 1) - 1)
  const closing = indents.slice(0, missing).map(indent => `\n${' '.repeat(indent)}}`)
  return {
    ...syntaxFinding(
      range,
      token === undefined
        ? `${what} isn't closed before the file ends. Add \`}\`.`
        : `${what} isn't closed, and \`${token.image}\` can't stand in it. Add \`}\` before it.`,
      {
        title: missing === 1 ? 'Add `}`' : `Add ${missing} times \`}\``,
        safe: false,
        edits: [{ range: at, text: closing.join('') }],
      },
    ),
    related: [related],
  }
}

/** How many blocks must be closed for `token` to fit; undefined where that doesn't help. */
const levelsToClose = (
  grammar: Failure['grammar'],
  tokens: readonly IToken[],
  braces: readonly IToken[],
  token: IToken,
): number | undefined => {
  for (let level = braces.length - 1; level >= 0; level--) {
    const outer = braces[level]
    if (outer === undefined) return undefined
    const closed = tokens.filter(({ startOffset }) => startOffset <= outer.startOffset)
    const prefix = [...closed, { ...outer, image: '}', tokenType: { ...outer.tokenType, name: '}' } }]
    if (readAlong(grammar, [...prefix, token]).read > prefix.length) return braces.length - level
  }
  return undefined
}
