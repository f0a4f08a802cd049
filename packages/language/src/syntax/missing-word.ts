import { type Expectation, readAlong } from './expectation.ts'
import { type Failure, mayEnd } from './failure.ts'
import type { Mistake, Recognize } from './mistake.ts'
import { nearest } from './nearest.ts'
import { inserted, type TokenTypes } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isWord, shown } from './token-words.ts'
import { isReadable, lineFrom, trial } from './trial.ts'

/** A word or sign that was left out: with it, the rest of the line fits. */
export const missingWord: Recognize = (failure, types) => leftOut(failure, types, word => fits(failure, word, 3))

/** A comma that was left out in a line that holds more mistakes. */
export const missingComma: Recognize = (failure, types) =>
  leftOut(failure, types, word => word === ',' && fits(failure, word, 1))

const leftOut = (failure: Failure, types: TokenTypes, isFitting: (word: string) => boolean): Mistake | undefined => {
  const { tokens, index } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || token.startLine !== before.endLine) return undefined
  const fitting = [...new Set(unfinished(failure).flatMap(({ keyword }) => keyword ?? []))].filter(isFitting)
  const words = fitting.filter(word => /^[a-z]/.test(word))
  const missing = words.find(word => word === 'of') ?? words[0] ?? fitting[0]
  const areSynonyms = words.every(word => word === 'of' || word === 'in')
  if (missing === undefined || (words.length > 1 && !areSynonyms) || missing === '}') return undefined
  const one = missing === ',' ? 'a comma' : missing === '{' ? 'the `{` of its block' : `the word \`${missing}\``
  const what = words.length > 1 ? 'the word `of` or `in`' : one
  const message = `Between \`${shown(before)}\` and \`${shown(token)}\` ${what} is missing.`
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

/** `policy suppliers` in a scenario, `{ stage by manager }` in a policy: the word that a statement starts with was left out. */
export const leadingWord: Recognize = (failure, types) => {
  const { tokens, index, expected, grammar, prefix } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const isBlock = token?.image === '{'
  if (token === undefined || before?.endLine === token.startLine || !mayEnd(expected)) return undefined
  if (!isWord(token) && !isBlock) return undefined
  const line = isBlock ? [token, ...lineFrom(failure, index + 1, 2)] : lineFrom(failure, index)
  if (line.length < 2) return undefined
  const isName = token.tokenType.name === 'ID'
  const first = isName ? token : trial(token, token.image)
  const words = [...new Set(expected.flatMap(({ keyword }) => (/^[a-z]/.test(keyword ?? '') ? (keyword ?? []) : [])))]
  const fitting = words.filter(word => isReadable(grammar, [...prefix, trial(token, word), first, ...line.slice(1)]))
  const [word] = fitting
  if (word === undefined || fitting.length > 1 || (isName && nearest(token.image, words) !== undefined))
    return undefined
  return {
    finding: uri => {
      const range = rangeOfToken(uri, token)
      const edits = [{ range: { ...range, end: range.start }, text: `${word} ` }]
      const message = `Before \`${token.image}\` the word \`${word}\` is missing.`
      return syntaxFinding(range, message, { title: `Add \`${word}\``, safe: false, edits })
    },
    repair: inserted(failure, types[word]),
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

/** Whether the grammar takes `word` here, and then as many tokens of the line as there are, up to `most`. */
const fits = (failure: Failure, word: string, most: number): boolean => {
  const follow = lineFrom(failure, failure.index).slice(0, most)
  const [token] = follow
  return token !== undefined && isReadable(failure.grammar, [...failure.prefix, trial(token, word), ...follow])
}
