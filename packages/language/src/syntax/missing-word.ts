import type { Finding } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import { type Expectation, readAlong } from './expectation.ts'
import type { Failure } from './explain.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/** A word or sign that was left out: with it, what follows fits. Undefined where that isn't the mistake, or several would do. */
export const missingWord = (failure: Failure): Finding | undefined => {
  const { document, tokens, index } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || token.startLine !== before.endLine) return undefined
  const candidates = [...new Set(unfinished(failure).flatMap(({ keyword }) => keyword ?? []))]
  const fitting =
    [2, 1].map(ahead => candidates.filter(word => (ahead > 1 || word === ',') && fits(failure, word, ahead))).find(({ length }) => length > 0) ?? []
  const words = fitting.filter(word => /^[a-z]/.test(word))
  const missing = words[0] ?? fitting[0]
  if (missing === undefined || words.length > 1 || missing === '}') return undefined
  const uri = document.uri.toString()
  const at = behindToken(uri, before)
  const message =
    missing === ','
      ? `Between \`${before.image}\` and \`${token.image}\` a comma is missing.`
      : `Between \`${before.image}\` and \`${token.image}\` the ${missing === '{' ? '`{` of its block' : `word \`${missing}\``} is missing.`
  return syntaxFinding(rangeOfToken(uri, token), message, {
    title: `Add \`${missing}\``,
    safe: false,
    edits: [{ range: at, text: missing === ',' ? ',' : ` ${missing}` }],
  })
}

/** What could go on with the statement that is being written, less what would start a new one. */
export const unfinished = ({ grammar, expected, window }: Failure): readonly Expectation[] => {
  const brace = window.braces.at(-1)
  const opening = brace === undefined ? [] : window.tokens.slice(0, window.tokens.indexOf(brace) + 1)
  const starts = new Set(readAlong(grammar, opening).expected.map(keyOf))
  return expected.filter(expectation => !starts.has(keyOf(expectation)))
}

const keyOf = ({ keyword, terminal, rule }: Expectation) => `${rule} ${keyword ?? terminal}`

/** Whether the grammar takes `word` here, and then the tokens that follow. */
const fits = ({ grammar, tokens, index, prefix }: Failure, word: string, ahead: number): boolean => {
  const follow = tokens.slice(index, index + ahead)
  const [token] = follow
  if (token === undefined) return false
  const inserted: IToken = { ...token, image: word, tokenType: { ...token.tokenType, name: word, CATEGORIES: [] } }
  return readAlong(grammar, [...prefix, inserted, ...follow]).read === prefix.length + 1 + follow.length
}
