import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { durationWords, isUnit, minutesOf, unitWords } from '../syntax/duration.ts'
import { isDate, isTime, lastDayOfMonth } from '../syntax/moment.ts'
import { nearest } from '../syntax/nearest.ts'
import { leavesIn, nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { unknownEscapes } from '../syntax/text-value.ts'
import { type FileCheck, findingAt } from './check.ts'

const replacing = (title: string, range: SourceRange, text: string, safe = false): Fix => ({
  title,
  safe,
  edits: [{ range, text }],
})

/** Escapes that mean nothing. */
export const escapes: FileCheck = ({ documents }) => documents.flatMap(escapesOf)

const escapesOf = (document: LangiumDocument): Finding[] => {
  const text = document.textDocument.getText()
  if (!text.includes('\\')) return []
  const uri = document.uri.toString()
  return [...leavesIn(document)]
    .filter(leaf => leaf.tokenType.name === 'TEXT' && leaf.text.includes('\\'))
    .flatMap(leaf =>
      unknownEscapes(leaf.text).map(({ offset, text: written }) => {
        const [start, end] = [leaf.offset + offset, leaf.offset + offset + written.length].map(at =>
          document.textDocument.positionAt(at),
        )
        const range: SourceRange = { uri, start: start ?? leaf.range.start, end: end ?? leaf.range.end }
        return findingAt(
          'unknown-escape',
          'error',
          range,
          `\`${written}\` means nothing in a text. The escapes are \`\\"\`, \`\\\\\`, \`\\n\`, \`\\t\` and \`\\u{…}\` with the number of a character.`,
          { fixes: [replacing('Write the backslash as `\\\\`', range, `\\${written}`)] },
        )
      }),
    )
}

/** Days and times that no calendar or clock has. */
export const moments: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'Moment'))
    .flatMap(moment => {
      if (moment.date !== undefined && !isDate(moment.date)) {
        const range = propertyRange(moment, 'date')
        const last = lastDayOfMonth(moment.date)
        const message =
          last === undefined
            ? `There is no day ${moment.date}: a year has the months 01 to 12.`
            : `There is no day ${moment.date}: that month ends on ${last}.`
        return [
          findingAt(
            'impossible-date',
            'error',
            range,
            message,
            last === undefined ? {} : { fixes: [replacing(`Replace it by ${last}`, range, last)] },
          ),
        ]
      }
      if (moment.time !== undefined && !isTime(moment.time))
        return [
          findingAt(
            'impossible-date',
            'error',
            propertyRange(moment, 'time'),
            `There is no time ${moment.time}: write 00:00 to 23:59.`,
          ),
        ]
      return []
    })

/** A review starts and ends on days. */
export const reviewDays: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => [...nodesOf(document, 'Starting'), ...nodesOf(document, 'Ending')])
    .flatMap(({ date }) =>
      date?.time === undefined
        ? []
        : [
            findingAt(
              'review-time',
              'error',
              propertyRange(date, 'time'),
              'A review starts and ends on a day. Leave out the time.',
              {
                fixes: [replacing('Leave out the time', rangeOf(date), date.date, true)],
              },
            ),
          ],
    )

/** Durations that Graph doesn't count in, or that last no time at all. */
export const durations: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'Duration'))
    .flatMap(duration => {
      const { amount, unit } = duration
      if (amount === undefined || unit === undefined) return []
      if (isUnit(unit) && (amount > 0 || duration.$container.$type === 'Offboarding')) return []
      const range = rangeOf(duration)
      if (isUnit(unit))
        return [findingAt('zero-duration', 'error', range, `\`${amount} ${unit}\` is no time at all. Write 1 or more.`)]
      const minutes = minutesOf(duration)
      const known = /^(month|year|quarter)s?$/.test(unit)
      if (known)
        return [
          findingAt(
            'duration-unit',
            'error',
            range,
            `Microsoft Graph counts in days, and ${unit.replace(/s$/, '')}s differ in length. Write the number of days.`,
            {
              fixes: [replacing(`Write ${durationWords(minutes)}`, range, durationWords(minutes))],
            },
          ),
        ]
      if (/^minutes?$/.test(unit)) {
        const hours = durationWords(Math.max(1, Math.ceil(minutes / 60)) * 60)
        return [
          findingAt('duration-unit', 'error', range, 'Durations are counted in hours, days or weeks, not in minutes.', {
            fixes: [replacing(`Write ${hours}`, range, hours)],
          }),
        ]
      }
      const guess = nearest(unit, unitWords)
      const place = propertyRange(duration, 'unit')
      return [
        findingAt(
          'duration-unit',
          'error',
          place,
          `\`${unit}\` is no unit of time; durations are counted in hours, days or weeks${guess === undefined ? '' : `. Did you mean \`${guess}\`?`}${guess === undefined ? '.' : ''}`,
          guess === undefined ? {} : { fixes: [replacing(`Replace it by \`${guess}\``, place, guess, true)] },
        ),
      ]
    })
