import type { IToken } from 'chevrotain'
import type { Mistake, Recognize } from './mistake.ts'
import type { Repair } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/** `owners a,, b`, `owners a,` at the end of a statement: a comma that stands between no two items. */
export const strayComma: Recognize = ({ tokens, index }) => {
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token?.image === ',') return stray(token, { at: index, remove: 1, insert: [] })
  const isLast = token === undefined || token.image === '}' || token.startLine !== before?.endLine
  return before?.image === ',' && isLast ? stray(before, { at: index - 1, remove: 1, insert: [] }) : undefined
}

const stray = (comma: IToken, repair: Repair): Mistake => ({
  finding: uri => {
    const range = rangeOfToken(uri, comma)
    const fix = { title: 'Leave out `,`', safe: false, edits: [{ range, text: '' }] }
    return syntaxFinding(
      range,
      'A comma stands between two items of a list. Leave this one out, or write an item.',
      fix,
    )
  },
  repair,
})
