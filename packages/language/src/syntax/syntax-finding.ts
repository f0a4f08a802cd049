import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'

/** A finding of the parser. */
export const syntaxFinding = (range: SourceRange, message: string, fix?: Fix): Finding => ({
  rule: 'syntax',
  severity: 'error',
  message,
  place: { kind: 'source', range },
  ...(fix === undefined ? {} : { fixes: [fix] }),
})

export const rangeOfToken = (uri: string, token: IToken): SourceRange => ({
  uri,
  start: { line: (token.startLine ?? 1) - 1, character: (token.startColumn ?? 1) - 1 },
  end: { line: (token.endLine ?? 1) - 1, character: token.endColumn ?? 0 },
})

/** The empty range just behind a token. */
export const behindToken = (uri: string, token: IToken): SourceRange => {
  const { end } = rangeOfToken(uri, token)
  return { uri, start: end, end }
}
