import type { SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Failure } from './failure.ts'
import { rangeOfToken } from './syntax-finding.ts'

export interface Raw {
  readonly text: string
  readonly range: (uri: string) => SourceRange
  /** How many tokens it is besides the first. */
  readonly more: number
}

/** What a person wrote as one value, though it may be several tokens. */
export const rawAt = ({ text: source, tokens, index }: Failure, token: IToken, form: RegExp): Raw => {
  const text = form.exec(source.slice(token.startOffset))?.[0] ?? token.image
  const end = token.startOffset + text.length
  return {
    text,
    range: uri => {
      const { start } = rangeOfToken(uri, token)
      return { uri, start, end: { line: start.line, character: start.character + text.length } }
    },
    more: tokens.slice(index + 1, index + 20).filter(({ startOffset }) => startOffset < end).length,
  }
}
