import type { IToken } from 'chevrotain'
import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium'
import { foreignStretches } from './foreign-stretches.ts'
import { readForeign } from './read-foreign.ts'

/** A lexer that reads what is foreign as what it stands for, and can be told, once, which tokens a text shall be read as. */
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
    if (prepared?.text === text) return { ...result, tokens: [...prepared.tokens] }
    if (result.errors.length === 0) return result
    const stretches = foreignStretches(text, result.errors)
    return { ...result, tokens: readForeign(text, result.tokens, stretches, this.definition) }
  }
}
