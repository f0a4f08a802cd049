import type { Finding } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Grammar, LangiumDocument, Lexer } from 'langium'
import { readAlong } from './expectation.ts'
import { explain } from './explain.ts'
import { windowAt } from './open-blocks.ts'

/** The parts of the parser that explaining its errors needs. */
export interface ParsingServices {
  readonly Grammar: Grammar
  readonly parser: { readonly Lexer: Lexer }
}

/** What the parser could not read, in the reader's words: one finding for each mistake, as far as it can be told. */
export const parserFindings = (
  document: LangiumDocument,
  services: ParsingServices,
  brokenLines: ReadonlySet<number>,
): Finding[] => {
  const { parserErrors } = document.parseResult
  if (parserErrors.length === 0) return []
  const { tokens } = services.parser.Lexer.tokenize(document.textDocument.getText())
  const findings: Finding[] = []
  const lines = new Set(brokenLines)
  let reported = -1
  for (const { token } of parserErrors) {
    const at = Number.isNaN(token.startOffset)
      ? tokens.length
      : tokens.findIndex(({ startOffset }) => startOffset === token.startOffset)
    const from = at < 0 ? tokens.length : at
    if (from <= reported || (reported >= 0 && from === tokens.length)) continue
    const failure = failureFrom(tokens, from, reported, services)
    const line = (tokens[Math.min(failure.index, tokens.length - 1)]?.startLine ?? 1) - 1
    reported = Math.max(reported, failure.index)
    if (lines.has(line)) continue
    lines.add(line)
    findings.push(explain({ document, tokens, ...failure, grammar: services.Grammar }))
  }
  return findings
}

/** Where reading by the grammar fails, at or behind the token that the parser complained of, and what it expected there. */
const failureFrom = (tokens: readonly IToken[], from: number, reported: number, { Grammar }: ParsingServices) => {
  const window = windowAt(tokens, from)
  const heads = window.indexes.filter(index => isOpen(window.braces, tokens, index))
  const behind = tokens.slice(from, from + 40).map((_, i) => from + i)
  const attempts = [
    window.indexes.filter(index => index > reported || heads.includes(index)),
    [...heads, ...lineStart(tokens, from).filter(index => index > reported)],
    heads,
  ]
  for (const attempt of attempts) {
    const indexes = [...attempt, ...behind]
    const along = indexes.flatMap(index => tokens[index] ?? [])
    const { read, expected } = readAlong(Grammar, along)
    if (read >= attempt.length)
      return { index: indexes[read] ?? from + read - attempt.length, expected, window, prefix: along.slice(0, read) }
  }
  return { index: from, expected: [], window, prefix: [] }
}

/** True for tokens before the innermost open block. */
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
