import { escapeIn, type PatternMistake } from './pattern-escape.ts'

/** Reads the characters in brackets at `at`: where they end, or what is wrong with them. */
export const classIn = (pattern: string, start: number): { readonly end: number } | PatternMistake => {
  let at = start + (pattern[start + 1] === '^' ? 2 : 1)
  if (pattern[at] === ']')
    return {
      start,
      end: at + 1,
      message: 'These brackets hold no character. Name some, as in `[A-Z]`, or write `\\]` for the bracket itself.',
    }
  /** The character that a range could start with. */
  let from: { readonly sign: string; readonly start: number; readonly isClass: boolean } | undefined
  while (at < pattern.length && pattern[at] !== ']') {
    if (pattern.startsWith('-[', at) && from !== undefined) {
      const taken = classIn(pattern, at + 1)
      if ('message' in taken) return taken
      at = taken.end
      continue
    }
    const one = memberAt(pattern, at)
    if ('message' in one) return one
    const isRange =
      pattern[one.end] === '-' && one.end + 1 < pattern.length && !/[\][]/.test(pattern[one.end + 1] ?? '')
    if (!isRange) {
      from = { sign: one.sign, start: at, isClass: one.isClass }
      at = one.end
      continue
    }
    const other = memberAt(pattern, one.end + 1)
    if ('message' in other) return other
    const text = pattern.slice(at, other.end)
    if (one.isClass || other.isClass)
      return {
        start: at,
        end: other.end,
        message: `\`${text}\` is no range: both its ends must be single characters. Write \`\\-\` for the hyphen itself.`,
      }
    if (one.sign.length === 1 && other.sign.length === 1 && one.sign > other.sign)
      return { start: at, end: other.end, message: `\`${text}\` runs backwards. Write \`${other.sign}-${one.sign}\`.` }
    from = { sign: other.sign, start: at, isClass: false }
    at = other.end
  }
  return at < pattern.length
    ? { end: at + 1 }
    : { start, end: start + 1, message: 'This bracket is not closed. Add `]`, or write `\\[` where it is meant.' }
}

/** One character or escape; `sign` is empty where an escape stands for a character that is not read further. */
const memberAt = (
  pattern: string,
  at: number,
): { readonly end: number; readonly sign: string; readonly isClass: boolean } | PatternMistake => {
  if (pattern[at] !== '\\') return { end: at + 1, sign: pattern[at] ?? '', isClass: false }
  const escaped = escapeIn(pattern, at, true)
  if ('message' in escaped) return escaped
  const sign = /^\\[^A-Za-z0-9]$/.test(pattern.slice(at, escaped.end)) ? (pattern[at + 1] ?? '') : ''
  return { ...escaped, sign }
}
