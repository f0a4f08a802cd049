import type { IToken } from 'chevrotain'
import type { Failure } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { nearest } from './nearest.ts'
import { taken } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isWord } from './token-words.ts'
import { lineFrom } from './trial.ts'

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
      const more = token.image.toLowerCase() === word ? inCapitals(failure) : []
      const edits = [
        { range, text: word },
        ...more.map(next => ({ range: rangeOfToken(uri, next), text: next.image.toLowerCase() })),
      ]
      const words = [word, ...more.map(({ image }) => image.toLowerCase())].join(' ')
      const fix = { title: `Replace it by \`${words}\``, safe: true, edits }
      return syntaxFinding(range, `\`${token.image}\` doesn't fit here; did you mean \`${word}\`?`, fix)
    },
    repair: taken(failure, type, word),
  }
}

/** The words right behind in capitals too, as in `REQUESTABLE BY`. */
const inCapitals = ({ tokens, index }: Failure): readonly IToken[] => {
  const behind = lineFrom({ tokens }, index, 12).slice(1)
  const end = behind.findIndex(({ image }) => !/^[A-Z][A-Z-]+$/.test(image))
  return /^[A-Z-]+$/.test(tokens[index]?.image ?? '') ? behind.slice(0, end < 0 ? behind.length : end) : []
}
