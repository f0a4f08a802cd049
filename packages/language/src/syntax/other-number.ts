import { durationWords, isUnit, minutesOf } from './duration.ts'
import type { Recognize } from './mistake.ts'
import { rawAt } from './raw.ts'
import { taken } from './repair.ts'
import { syntaxFinding } from './syntax-finding.ts'

/** ISO 8601's units of a duration. */
const isoUnits: { readonly [unit: string]: string } = { D: 'days', W: 'weeks', H: 'hours', M: 'months', Y: 'years' }

/** `"180 days"`, `P180D`, `1.5 days`, `"4"` where a number stands. */
export const otherNumber: Recognize = (failure, types) => {
  const { text, tokens, index, expected } = failure
  const token = tokens[index]
  if (token === undefined || types.NUMBER === undefined || types.ID === undefined) return undefined
  const isHalf = text[token.startOffset] === '.' && tokens[index - 1]?.tokenType.name === 'NUMBER'
  const at = isHalf ? index - 1 : index
  if (!isHalf && !expected.some(({ terminal }) => terminal === 'NUMBER')) return undefined
  const first = tokens[at]
  if (first === undefined) return undefined
  const written = /^(?:"[^"\n]*"|\d+\.\d+ \p{L}+|P[TDWHMY\d]+|\S+)/u.exec(text.slice(first.startOffset))?.[0] ?? ''
  const words = numberIn(written)
  if (words === undefined) return undefined
  const raw = rawAt({ ...failure, index: at }, first, /^(?:"[^"\n]*"|\d+\.\d+ \p{L}+|P[TDWHMY\d]+)/u)
  const [amount = '', unit] = words.split(' ')
  const number = taken({ ...failure, index: at }, types.NUMBER, amount, raw.more)
  const word = unit === undefined ? [] : taken({ ...failure, index: at }, types.ID, unit, raw.more).insert
  const what =
    unit === undefined ? 'A number stands without quotes' : 'A duration is a whole number and a unit, without quotes'
  return {
    finding: uri => {
      const range = raw.range(uri)
      const fix = { title: `Write ${words}`, safe: true, edits: [{ range, text: words }] }
      return syntaxFinding(range, `${what}: \`${words}\`.`, fix)
    },
    repair: { ...number, insert: [...number.insert, ...word] },
  }
}

/** The number, with its unit perhaps, that was written in another form. */
const numberIn = (written: string): string | undefined => {
  const quoted = /^"(\d+)(?: ([a-z]+))?"$/.exec(written)
  if (quoted?.[1] !== undefined) return quoted[2] === undefined ? quoted[1] : `${quoted[1]} ${quoted[2]}`
  const [, iso, isoUnit = ''] = /^PT?(\d+)([DWHMY])$/.exec(written) ?? []
  if (iso !== undefined && isoUnits[isoUnit] !== undefined) return `${iso} ${isoUnits[isoUnit]}`
  const [, amount, unit = ''] = /^(\d+\.\d+) (\p{L}+)$/u.exec(written) ?? []
  const minutes = minutesOf({ amount: Number(amount), unit })
  return amount !== undefined && isUnit(unit) && minutes % 60 === 0 ? durationWords(minutes) : undefined
}
