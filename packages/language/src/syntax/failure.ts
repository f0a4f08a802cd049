import type { IToken } from 'chevrotain'
import type { Grammar } from 'langium'
import { type Expectation, readAlong } from './expectation.ts'
import { type Window, windowAt } from './open-blocks.ts'

/** A place where the sources can't be read on. */
export interface Failure {
  readonly grammar: Grammar
  readonly text: string
  readonly tokens: readonly IToken[]
  /** The first token that doesn't fit; the number of tokens where the file ends too early. */
  readonly index: number
  readonly expected: readonly Expectation[]
  readonly window: Window
  /** What was read before it, as far as it matters here. */
  readonly prefix: readonly IToken[]
}

/** Where reading by the grammar fails, at or behind token `from`, of which the parser complained. */
export const failureAt = (grammar: Grammar, text: string, tokens: readonly IToken[], from: number): Failure => {
  const window = windowAt(tokens, from)
  const heads = window.indexes.filter(index => isOpen(window.braces, tokens, index))
  const behind = tokens.slice(from, from + 40).map((_, i) => from + i)
  for (const attempt of [window.indexes, [...heads, ...lineStart(tokens, from)], heads]) {
    const indexes = [...attempt, ...behind]
    const along = indexes.flatMap(index => tokens[index] ?? [])
    const { read, expected } = readAlong(grammar, along)
    if (read < attempt.length) continue
    const failure = {
      grammar,
      text,
      tokens,
      index: indexes[read] ?? from + read - attempt.length,
      expected,
      window,
      prefix: along.slice(0, read),
    }
    return (read === along.length ? takenForName(failure, attempt.length) : acrossLines(failure, heads)) ?? failure
  }
  return { grammar, text, tokens, index: from, expected: [], window, prefix: [] }
}

/**
 * `stage by manager, fallback` and then `stage by governance`: all of that could be read, `fallback` being a name. The parser took it for the word
 * of the language that it mostly is, so that the next line began with a name.
 */
const takenForName = (failure: Failure, before: number): Failure | undefined => {
  const { grammar, tokens, prefix } = failure
  const from = prefix.length - before
  const index = failure.index - from - 1
  const [first, last] = [tokens[index], tokens[index - 1]]
  if (first === undefined || last === undefined || first.startLine === last.endLine) return undefined
  const shorter = prefix.slice(0, before - 1)
  const { expected } = readAlong(grammar, shorter, { lastIsWord: true })
  return mayEnd(expected) ? undefined : { ...failure, index, expected, prefix: shorter }
}

/**
 * Words may be names, so that an unfinished statement takes the first word of the next line for one:
 * `grants "Member" of` and then `policy suppliers "Suppliers"`. The mistake is at the end of the first line then.
 */
const acrossLines = (failure: Failure, heads: readonly number[]): Failure | undefined => {
  const { grammar, tokens, index, prefix } = failure
  const [first, before] = [tokens[index - 1], tokens[index - 2]]
  if (first === undefined || before === undefined || first.startLine === before.endLine || prefix.at(-1) !== first)
    return undefined
  const opening = heads.flatMap(at => tokens[at] ?? [])
  const line = tokens.slice(index - 1, index + 2)
  if (readAlong(grammar, [...opening, ...line]).read < opening.length + Math.min(2, line.length)) return undefined
  const shorter = prefix.slice(0, -1)
  const { expected, read } = readAlong(grammar, shorter)
  return read < shorter.length || mayEnd(expected)
    ? undefined
    : { ...failure, index: index - 1, expected, prefix: shorter }
}

/** Whether a statement may end here: then the block could end too, or another declaration start. */
export const mayEnd = (expected: readonly Expectation[]): boolean =>
  expected.some(({ keyword, rule }) => keyword === '}' || (keyword === 'catalog' && rule === 'Catalog'))

/** True for tokens up to the innermost open block's brace. */
const isOpen = (braces: readonly IToken[], tokens: readonly IToken[], index: number): boolean => {
  const innermost = braces.at(-1)
  return innermost !== undefined && (tokens[index]?.startOffset ?? 0) <= innermost.startOffset
}

/** The tokens of the line before token `at`. */
const lineStart = (tokens: readonly IToken[], at: number): number[] => {
  const line = tokens[at]?.startLine
  const indexes: number[] = []
  for (let i = at - 1; i >= 0 && tokens[i]?.startLine === line; i--) indexes.unshift(i)
  return indexes
}
