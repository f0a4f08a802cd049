import type { Recognize } from './mistake.ts'
import { inserted } from './repair.ts'
import { behindToken, syntaxFinding } from './syntax-finding.ts'
import { isReadable, lineFrom, lineStart, trial } from './trial.ts'

/** `package a "A"` and then, indented, what belongs in its block: the `{` is missing. */
export const missingOpening: Recognize = (failure, types) => {
  const { tokens, index, expected, grammar, prefix } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || before.endLine === token.startLine) return undefined
  const head = tokens[lineStart(failure, index - 1)]
  if (head === undefined || (token.startColumn ?? 0) <= (head.startColumn ?? 0)) return undefined
  if (!expected.some(({ keyword }) => keyword === '{')) return undefined
  if (!isReadable(grammar, [...prefix, trial(before, '{'), ...lineFrom(failure, index, 2)])) return undefined
  const name = tokens[lineStart(failure, index - 1) + 1]
  const what = name === undefined || name === before ? head.image : `${head.image} ${name.image}`
  return {
    finding: uri => {
      const at = behindToken(uri, before)
      const fix = { title: 'Add `{`', safe: false, edits: [{ range: at, text: ' {' }] }
      return syntaxFinding(at, `The block of ${what} isn't opened. Add \`{\`.`, fix)
    },
    repair: inserted(failure, types['{']),
  }
}
