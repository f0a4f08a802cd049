import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium'
import { foreignStretches } from './foreign-stretches.ts'
import { readForeign } from './read-foreign.ts'

/** What a text was read as. */
export type Read = Pick<LexerResult, 'tokens' | 'hidden' | 'errors' | 'report'>

/** A lexer that reads what is foreign as what it stands for, and can be told, once, what a text shall be read as. */
export class RepairingLexer extends DefaultLexer {
  private prepared: { readonly text: string; readonly read: Read } | undefined

  /** The next time `text` is read, it is read as told. */
  prepare(text: string, read: Read): void {
    this.prepared = { text, read }
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const { prepared } = this
    this.prepared = undefined
    // The parser takes comments out of the list as it comes to them.
    if (prepared?.text === text) return { ...prepared.read, hidden: [...prepared.read.hidden] }
    const result = super.tokenize(text, options)
    if (result.errors.length === 0) return result
    const stretches = foreignStretches(text, result.errors)
    return { ...result, tokens: readForeign(text, result.tokens, stretches, this.definition) }
  }
}
