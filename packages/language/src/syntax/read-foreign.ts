import { createTokenInstance, type IToken } from 'chevrotain'
import type { Foreign, Reading } from './foreign.ts'
import type { TokenTypes } from './repair.ts'

/** The tokens of a text as a person would read them: foreign stretches as what they stand for. */
export const readForeign = (
  text: string,
  tokens: readonly IToken[],
  stretches: readonly Foreign[],
  types: TokenTypes,
): IToken[] => {
  const readings = stretches.flatMap(({ offset, end, reads }) => reads ?? [{ offset, end, tokens: [] }])
  const kept = tokens.filter(token => !readings.some(reading => overlaps(reading, token)))
  const made = readings.flatMap(reading => tokensOf(text, reading, types))
  return made.length === 0 ? kept : [...kept, ...made].sort((a, b) => a.startOffset - b.startOffset)
}

export const overlaps = ({ offset, end }: Reading, { startOffset, endOffset = startOffset }: IToken): boolean =>
  startOffset < end && endOffset >= offset

/** Tokens that share a stretch divide it, so that they keep their order. */
const tokensOf = (text: string, { offset, end, tokens }: Reading, types: TokenTypes): IToken[] =>
  tokens.flatMap(({ type: name, image }, index) => {
    const type = types[name]
    if (type === undefined) return []
    const isLast = index === tokens.length - 1
    const start = index === 0 ? offset : end - 1
    const stop = isLast ? end - 1 : Math.max(offset, end - 2)
    const [from, to] = [placeAt(text, start), placeAt(text, stop)]
    return [createTokenInstance(type, image, start, stop, from.line, to.line, from.column, to.column)]
  })

const placeAt = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset)
  return {
    line: before.split(/\r\n|\r|\n/).length,
    column: offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')),
  }
}
