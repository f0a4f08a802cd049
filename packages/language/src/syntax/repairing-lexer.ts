import type { IToken } from 'chevrotain'
import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium'

/** A lexer that can be told, once, which tokens a text shall be read as. */
export class RepairingLexer extends DefaultLexer {
  private prepared: { readonly text: string; readonly tokens: readonly IToken[] } | undefined

  /** The next time `text` is read, it is read as `tokens`. */
  prepare(text: string, tokens: readonly IToken[]): void {
    this.prepared = { text, tokens }
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options)
    const { prepared } = this
    this.prepared = undefined
    return prepared?.text === text ? { ...result, tokens: [...prepared.tokens] } : result
  }
}
