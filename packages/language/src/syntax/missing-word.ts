import { type Expectation, readAlong } from './expectation.ts'
import type { Failure } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { inserted } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/** A word or sign that was left out: with it, what follows fits. Not where several would do. */
export const missingWord: Recognize = (failure, types) => {
  const { tokens, index } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || token.startLine !== before.endLine) return undefined
  const candidates = [...new Set(unfinished(failure).flatMap(({ keyword }) => keyword ?? []))]
  const fitting =
    [2, 1]
      .map(ahead => candidates.filter(word => (ahead > 1 || word === ',') && fits(failure, word, ahead)))
      .find(({ length }) => length > 0) ?? []
  const words = fitting.filter(word => /^[a-z]/.test(word))
  const missing = words[0] ?? fitting[0]
  if (missing === undefined || words.length > 1 || missing === '}') return undefined
  const what = missing === ',' ? 'a comma' : missing === '{' ? 'the `{` of its block' : `the word \`${missing}\``
  const message = `Between \`${before.image}\` and \`${token.image}\` ${what} is missing.`
  return {
    finding: uri =>
      syntaxFinding(rangeOfToken(uri, token), message, {
        title: `Add \`${missing}\``,
        safe: false,
        edits: [{ range: behindToken(uri, before), text: missing === ',' ? ',' : ` ${missing}` }],
      }),
    repair: inserted(failure, types[missing]),
  }
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
  const made = { ...token, image: word, tokenType: { ...token.tokenType, name: word, CATEGORIES: [] } }
  return readAlong(grammar, [...prefix, made, ...follow]).read === prefix.length + 1 + follow.length
}
