import { isoDate } from './foreign-value.ts'
import type { Recognize } from './mistake.ts'
import { isDate } from './moment.ts'
import { rawAt } from './raw.ts'
import { taken } from './repair.ts'
import { syntaxFinding } from './syntax-finding.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string): string => String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1)

/** Other forms of a date, with how to read year, month and day from one. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => readonly [string, string, string]])[] = [
  [/^"(\d{4})-(\d{1,2})-(\d{1,2})"/, ([, year = '', month = '', day = '']) => [year, month, day]],
  [/^"?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})"?/, ([, day = '', month = '', year = '']) => [year, month, day]],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, year = '', month = '', day = '']) => [year, month, day]],
  [/^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})/, ([, month = '', day = '', year = '']) => [year, monthOf(month), day]],
  [/^(\d{1,2})\.? ([A-Za-z]{3,9}) (\d{4})/, ([, day = '', month = '', year = '']) => [year, monthOf(month), day]],
]

/** `30.6.2027`, `"2027-06-30"` or `June 30, 2027` where a date stands. */
export const otherDate: Recognize = (failure, types) => {
  const { text, tokens, index, expected } = failure
  const token = tokens[index]
  if (token === undefined || types.DATE === undefined || !expected.some(({ terminal }) => terminal === 'DATE'))
    return undefined
  for (const [form, partsOf] of forms) {
    const found = form.exec(text.slice(token.startOffset))
    if (found === null) continue
    const date = isoDate(...partsOf(found))
    if (!isDate(date)) continue
    const raw = rawAt(failure, token, form)
    return {
      finding: uri => {
        const range = raw.range(uri)
        const fix = { title: `Write ${date}`, safe: true, edits: [{ range, text: date }] }
        return syntaxFinding(range, `A date is written as year, month and day without quotes: \`${date}\`.`, fix)
      },
      repair: taken(failure, types.DATE, date, raw.more),
    }
  }
  return undefined
}
