import type { IToken } from 'chevrotain'
import { readAlong } from './expectation.ts'
import type { Failure } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { nearest } from './nearest.ts'
import { taken } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isReadable, lineFrom, trial } from './trial.ts'

/** `expires in 3 days`, `group "A" or group "B"`: with another word, the only one, what follows fits. */
export const otherWord: Recognize = (failure, types) => {
  const { grammar, tokens, index, expected, prefix } = failure
  const token = tokens[index]
  const behind = token === undefined ? [] : lineFrom(failure, index).slice(1, 3)
  if (token === undefined || behind.length === 0 || !/^\p{L}+$/u.test(token.image)) return undefined
  if (tokens[index - 1]?.endLine !== token.startLine) return undefined
  const words = [...new Set(expected.flatMap(({ keyword }) => keyword ?? []))].filter(
    word => !/^[{}.]$/.test(word) && !startsStatement(failure, word),
  )
  const fitting = words.filter(word => isReadable(grammar, [...prefix, trial(token, word), ...behind]))
  const [word] = fitting
  const type = types[word ?? '']
  if (word === undefined || type === undefined || fitting.length > 1) return undefined
  return {
    finding: uri => {
      const range = rangeOfToken(uri, token)
      const start = word === ',' ? { ...range, start: endOf(uri, tokens[index - 1]) ?? range.start } : range
      const message = `\`${token.image}\` doesn't fit here; did you mean \`${word}\`?`
      return syntaxFinding(range, message, {
        title: `Replace it by \`${word}\``,
        safe: false,
        edits: [{ range: start, text: word }],
      })
    },
    repair: taken(failure, type, word),
  }
}

/** `falback anna`: the word before was taken for a name, and was meant for a word of the language. */
export const misspeltWordBefore: Recognize = (failure, types) =>
  failure.tokens[failure.index - 1]?.tokenType.name === 'ID' ? before(failure, types) : undefined

/** `expires on 30 days`: the word before leads elsewhere, and with another one the line fits. */
export const otherWordBefore: Recognize = (failure, types) =>
  failure.tokens[failure.index - 1]?.tokenType.name === 'ID' ? undefined : before(failure, types)

const before: Recognize = (failure, types) => {
  const { grammar, tokens, index, prefix } = failure
  const [written, token] = [tokens[index - 1], tokens[index]]
  if (written === undefined || token === undefined || prefix.at(-1) !== written) return undefined
  if (written.endLine !== token.startLine || !/^[\p{L}-]+$/u.test(written.image)) return undefined
  const shorter = prefix.slice(0, -1)
  const { expected } = readAlong(grammar, shorter)
  const words = [...new Set(expected.flatMap(({ keyword }) => (/^[a-z]/.test(keyword ?? '') ? (keyword ?? []) : [])))]
  const isName = written.tokenType.name === 'ID'
  const candidates = isName ? [nearest(written.image, words) ?? ''] : words.filter(word => word !== written.image)
  const follow = lineFrom(failure, index).slice(0, 2)
  const fitting = candidates.filter(
    word => word !== '' && isReadable(grammar, [...shorter, trial(written, word), ...follow]),
  )
  const [word] = fitting
  const type = types[word ?? '']
  if (word === undefined || type === undefined || fitting.length > 1) return undefined
  if (!isName && startsStatement({ ...failure, prefix: shorter }, word)) return undefined
  return {
    finding: uri => {
      const range = rangeOfToken(uri, written)
      const message = isName
        ? `\`${written.image}\` doesn't fit here; did you mean \`${word}\`?`
        : `Before \`${token.image}\` comes \`${word}\`, not \`${written.image}\`.`
      return syntaxFinding(range, message, {
        title: `Replace it by \`${word}\``,
        safe: isName,
        edits: [{ range, text: word }],
      })
    },
    repair: taken({ ...failure, index: index - 1 }, type, word),
  }
}

/** Whether `word` could stand at the start of a statement here: then it isn't what was meant by a word inside one. */
const startsStatement = ({ grammar, window }: Failure, word: string): boolean => {
  const brace = window.braces.at(-1)
  const opening = brace === undefined ? [] : window.tokens.slice(0, window.tokens.indexOf(brace) + 1)
  return readAlong(grammar, opening).expected.some(({ keyword }) => keyword === word)
}

const endOf = (uri: string, token: IToken | undefined) =>
  token === undefined ? undefined : rangeOfToken(uri, token).end
