import type { Recognize } from './mistake.ts'
import { nearest } from './nearest.ts'
import { taken } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isWord } from './token-words.ts'

/** `requestble` for `requestable`: told with the word that was meant, and read as that word. */
export const misspeltWord: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const token = tokens[index]
  if (token === undefined || !isWord(token)) return undefined
  const keywords = expected.flatMap(({ keyword }) => (keyword !== undefined && /^[a-z]/.test(keyword) ? [keyword] : []))
  const word = nearest(token.image, keywords)
  const type = word === undefined ? undefined : types[word]
  if (word === undefined || type === undefined || word === token.image) return undefined
  return {
    finding: uri => {
      const range = rangeOfToken(uri, token)
      const fix = { title: `Replace it by \`${word}\``, safe: true, edits: [{ range, text: word }] }
      return syntaxFinding(range, `\`${token.image}\` doesn't fit here; did you mean \`${word}\`?`, fix)
    },
    repair: taken(failure, type, word),
  }
}
