import type { TokenType, TokenVocabulary } from 'chevrotain'
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium'

/**
 * Words are soft: every keyword that looks like a name also belongs to the category ID, so that the parser takes it as a name
 * wherever the grammar expects one, and as a keyword only where it expects that keyword.
 */
export class SoftWordTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[]
    const id = tokens.find(token => token.name === 'ID')
    if (id === undefined) throw new Error('the grammar has no terminal ID')
    id.START_CHARS_HINT = nameStarts
    for (const token of tokens) {
      if (token === id || typeof token.PATTERN !== 'string' || !/^[a-z]/.test(token.PATTERN)) continue
      token.CATEGORIES = [id]
      token.LONGER_ALT = id // Langium looks for longer alternatives with the terminal's source but without its `u` flag
    }
    return tokens
  }
}

/** ASCII letters and `_` by themselves; from 0x80 on Chevrotain sorts characters into buckets of 255, so a step of 128 meets each. */
const nameStarts: (string | number)[] = [
  ...'_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...Array.from({ length: 0x80 }, (_, i) => 0x80 + i),
  ...Array.from({ length: (0x10000 - 0x100) / 128 }, (_, i) => 0x100 + i * 128),
  0xffff,
]
