import type { IToken } from 'chevrotain'
import type { Failure } from './failure.ts'
import { slugOf } from './missing-value.ts'
import type { Recognize } from './mistake.ts'
import { rawAt } from './raw.ts'
import { taken } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { textLiteral } from './text-value.ts'
import { after, capital, isWord } from './token-words.ts'
import { isReadable, lineFrom, lineStart, trial } from './trial.ts'

/** `group alpine team "Alpine team"`, `group alpine.team "Alpine team"`: a name of several words. */
export const namedInWords: Recognize = (failure, types) => {
  const { text, tokens, index, expected, prefix, grammar } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (before === undefined || token === undefined || types.ID === undefined) return undefined
  if (before.endLine !== token.startLine || !expected.some(({ property }) => property === 'displayName'))
    return undefined
  const line = lineFrom(failure, index, 8)
  const count = line.findIndex(({ tokenType }) => tokenType.name === 'TEXT')
  const last = line[count - 1]
  const literal = line[count]
  if (last === undefined || literal === undefined || !isReadable(grammar, [...prefix, literal])) return undefined
  if (line.slice(0, count).some(({ image }) => image === 'from' || image === 'in')) return undefined
  if (!line.slice(0, count).every(part => /^(?:[\p{L}\p{Nd}_-]+|\.)$/u.test(part.image))) return undefined
  const written = text.slice(before.startOffset, (last.endOffset ?? last.startOffset) + 1)
  const name = slugOf(written)
  return {
    finding: uri => {
      const range = { ...rangeOfToken(uri, before), end: rangeOfToken(uri, last).end }
      const fix = { title: `Call it ${name}`, safe: false, edits: [{ range, text: name }] }
      return syntaxFinding(range, `A name is one word, of letters, digits, \`_\` and hyphens: \`${name}\`.`, fix)
    },
    repair: taken({ ...failure, index: index - 1 }, types.ID, name, count),
  }
}

/** `domain contoso.com`, `description For everybody`. */
export const unquoted: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const isValue = token !== undefined && (isWord(token) || /^(NUMBER|DATE|TIME)$/.test(token.tokenType.name))
  if (!isValue || types.TEXT === undefined || !expected.some(({ terminal }) => terminal === 'TEXT')) return undefined
  if (before !== undefined && before.endLine !== token.startLine) return undefined
  const raw = rawAt(failure, token, /^[^\s{},"]+/)
  const words = wordsOf(failure, token)
  const text = words.length > raw.text.length ? words : raw.text
  const whole = text === raw.text ? raw : rawAt(failure, token, asItIs(text))
  const literal = textLiteral(text)
  return {
    finding: uri => {
      const range = whole.range(uri)
      const fix = { title: `Put ${text} in quotes`, safe: true, edits: [{ range, text: literal }] }
      return syntaxFinding(range, `${capital(after(before))}comes a text in quotes: \`${literal}\`.`, fix)
    },
    repair: taken(failure, types.TEXT, literal, whole.more),
  }
}

const asItIs = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** The words up to what goes on with the statement behind a text, or to the end of the line. */
const wordsOf = (failure: Failure, token: IToken): string => {
  const { text, tokens, index, grammar, prefix } = failure
  const line = lineFrom(failure, index, 20)
  const isAlone = line.length === tokens.length - index || tokens[index + line.length]?.startLine !== token.startLine
  const goesOn = line.findIndex(
    (part, i) =>
      i > 0 && (!isWord(part) || isReadable(grammar, [...prefix, trial(token, 'TEXT'), trial(part, part.image)])),
  )
  const end = goesOn < 0 ? line.length : goesOn
  const stop = line[end]
  if (!isAlone || (stop !== undefined && !isWord(stop) && stop.image !== '{') || lineStart(failure, index) < 0)
    return ''
  const last = line[end - 1] ?? token
  return text.slice(token.startOffset, (last.endOffset ?? last.startOffset) + 1)
}

/** `owners 0f3c2a10-…`, `owners "anna"`: something else where a name stands. */
export const valueForName: Recognize = (failure, types) => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token === undefined || types.ID === undefined || before?.endLine !== token.startLine) return undefined
  if (!expected.some(({ reference }) => reference !== undefined)) return undefined
  const id = rawAt(failure, token, /^"?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"?/i)
  if (/^"?[0-9a-f]{8}-/i.test(id.text) && id.text.length > 30)
    return {
      finding: uri =>
        syntaxFinding(
          id.range(uri),
          `${capital(after(before))}comes a name, not an id. Declare the object, with \`id "${id.text.replaceAll('"', '')}"\` in its block, and write its name here.`,
        ),
      repair: taken(failure, types.ID, '_', id.more),
    }
  const isObject = expected.some(({ reference }) => reference === 'DirectoryObject')
  const asName = /^"([\p{L}_][\p{L}\p{Nd}_-]*)"$/u.exec(token.image)?.[1]
  const name = isObject && /^\p{Lu}/u.test(asName ?? '') ? undefined : asName
  const text = name ?? (token.tokenType.name === 'TEXT' && isObject ? `group ${token.image}` : undefined)
  if (text === undefined || token.tokenType.name !== 'TEXT') return undefined
  const inPlace = isObject ? `, or what it is before the text: \`group ${token.image}\`` : ''
  const message =
    name === undefined
      ? `${capital(after(before))}comes what it is and then the text: \`${text}\`.`
      : `A name stands without quotes: \`${name}\`${inPlace}.`
  return {
    finding: uri => {
      const range = rangeOfToken(uri, token)
      return syntaxFinding(range, message, { title: `Write \`${text}\``, safe: false, edits: [{ range, text }] })
    },
    repair: taken(failure, types.ID, name ?? '_'),
  }
}
