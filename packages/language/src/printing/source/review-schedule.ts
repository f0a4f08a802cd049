import type { Properties } from '@entitle/graph'
import { isDate } from '../../syntax/moment.ts'
import { fields, text } from '../fields.ts'
import { leftOver, saysNothing } from './left-over.ts'
import { writtenStart } from './moment.ts'
import { type Gap, type Said, said, together, unsaid } from './said.ts'
import { sentence } from './sentence.ts'

/** How often a review happens, and the statements on when it starts and ends. */
export interface WrittenSchedule extends Said {
  readonly frequency: string | undefined
}

const yearly = 'The language recurs annually by every twelfth month, Graph here by the year.'
const months: { readonly [interval: string]: string } = {
  1: 'monthly',
  3: 'quarterly',
  6: 'biannually',
  12: 'annually',
}

/** https://learn.microsoft.com/graph/api/resources/entitlementmanagementschedule */
export const reviewSchedule = (schedule: Properties, path: string): WrittenSchedule => {
  const recurrence = fields(schedule.recurrence)
  const pattern = fields(recurrence.pattern)
  const rest: readonly Gap[] = [
    ...leftOver(schedule, ['startDateTime', 'expiration', 'recurrence'], path),
    ...leftOver(recurrence, ['pattern', 'range'], `${path}/recurrence`),
    ...(pattern.type === 'absoluteYearly' ? [{ path: `${path}/recurrence/pattern/type`, why: yearly }] : []),
    ...patternRest(pattern, `${path}/recurrence/pattern`),
  ]
  const dates = together(
    starting(schedule, path),
    ending(fields(recurrence.range), text(schedule.startDateTime), `${path}/recurrence/range`),
  )
  return { frequency: frequencyOf(pattern), sentences: dates.sentences, gaps: [...dates.gaps, ...rest] }
}

const frequencyOf = ({ type, interval }: Properties): string | undefined => {
  if (type === 'weekly' && interval === 1) return 'weekly'
  if (type === 'absoluteYearly' && interval === 1) return 'annually'
  return type === 'absoluteMonthly' && typeof interval === 'number' ? months[interval] : undefined
}

/** On which day of its period a review starts follows from its first day. Graph fills in what a pattern doesn't need. */
const patternRest = (pattern: Properties, path: string): Gap[] => {
  const why = 'The language tells how often a review happens, not on which day of the week, month or year.'
  const filledIn = ['month', 'dayOfMonth'].filter(name => pattern[name] === 0)
  return leftOver(pattern, ['type', 'interval', 'firstDayOfWeek', 'index', ...filledIn], path).map(gap => ({
    ...gap,
    why,
  }))
}

/** A start at another time of the day isn't said: deploying then keeps it as it is. */
const starting = ({ startDateTime }: Properties, path: string): Said => {
  const moment = text(startDateTime)
  if (moment === undefined) return said()
  const day = writtenStart(moment)
  return day === undefined
    ? unsaid(
        `${path}/startDateTime`,
        `In the language a review starts with a day, this one at ${moment}. Deploying keeps it as it is in the tenant.`,
      )
    : said(sentence(`starting ${day}`))
}

/** https://learn.microsoft.com/graph/api/resources/recurrencerange */
const ending = (range: Properties, start: string | undefined, path: string): Said => {
  const { type, endDate, numberOfOccurrences: times, startDate, recurrenceTimeZone: zone } = range
  const rest: Gap[] = [
    ...(typeof startDate === 'string' && !isNoDay(startDate) && start !== undefined && !start.startsWith(startDate)
      ? [{ path: `${path}/startDate`, why: 'A review has one start in the language, and this date differs from it.' }]
      : []),
    ...(typeof zone === 'string' && !/^(|utc)$/i.test(zone)
      ? [{ path: `${path}/recurrenceTimeZone`, why: 'Dates of the language are in UTC.' }]
      : []),
    ...leftOver(range, ['type', 'endDate', 'numberOfOccurrences', 'startDate', 'recurrenceTimeZone'], path),
  ]
  const written = text(endDate)
  const day = written !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(written) && isDate(written) ? written : undefined
  if (type === 'endDate' && day !== undefined) return { sentences: [sentence(`ending ${day}`)], gaps: rest }
  if (type === 'numbered' && typeof times === 'number' && Number.isInteger(times) && times > 0)
    return { sentences: [sentence(`ending after ${times} times`)], gaps: rest }
  if (type === 'noEnd' || saysNothing(type)) {
    const why = 'Reviews without an end take no notice of it.'
    return {
      sentences: [],
      gaps: [
        ...(saysNothing(endDate) || (written !== undefined && isNoDay(written))
          ? []
          : [{ path: `${path}/endDate`, why }]),
        ...(saysNothing(times) || times === 0 ? [] : [{ path: `${path}/numberOfOccurrences`, why }]),
        ...rest,
      ],
    }
  }
  return {
    sentences: [],
    gaps: [
      { path, why: 'The language has no words for when these reviews end. They are written without an end.' },
      ...rest,
    ],
  }
}

/** What Graph writes where there is no date. */
const isNoDay = (date: string): boolean => date.startsWith('0001-01-01')
