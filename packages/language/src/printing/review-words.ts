import type { Value } from '@entitle/graph'
import { durationInWords, momentInWords } from './duration-words.ts'
import { counted, fields, items, text } from './fields.ts'
import { withFallback } from './subject-words.ts'

const monthly = new Map([
  [1, 'monthly'],
  [3, 'quarterly'],
  [6, 'biannually'],
  [12, 'annually'],
])

/** A recurrence as the language names it: `quarterly`, else `every 2 months`. */
export const recurrenceInWords = (value: Value | undefined): string => {
  const pattern = fields(fields(value).pattern)
  const interval = typeof pattern.interval === 'number' ? pattern.interval : 1
  switch (pattern.type) {
    case 'weekly':
      return interval === 1 ? 'weekly' : `every ${interval} weeks`
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return monthly.get(interval) ?? `every ${interval} months`
    case 'absoluteYearly':
    case 'relativeYearly':
      return interval === 1 ? 'annually' : `every ${interval} years`
    case 'daily':
      return interval === 1 ? 'daily' : `every ${interval} days`
    default:
      return 'once'
  }
}

const rangeInWords = (value: Value | undefined): string[] => {
  const range = fields(fields(value).range)
  const count = range.numberOfOccurrences
  if (range.type === 'endDate' && typeof range.endDate === 'string') return [`ending ${range.endDate}`]
  if (range.type === 'numbered' && typeof count === 'number') return [`ending after ${counted(count, 'time')}`]
  return []
}

const noResponse = new Map<Value | undefined, string>([
  ['removeAccess', 'no response removes access'],
  ['keepAccess', 'no response keeps access'],
  ['acceptAccessRecommendation', 'no response follows the recommendation'],
])

/** When reviews happen: `quarterly, starting 2027-01-04, open 14 days`. */
export const scheduleInWords = (value: Value | undefined): string => {
  const schedule = fields(value)
  const open = text(fields(schedule.expiration).duration)
  const starting = text(schedule.startDateTime)
  return [
    recurrenceInWords(schedule.recurrence),
    ...(starting === undefined ? [] : [`starting ${momentInWords(starting).replace(/ 00:00$/, '')}`]),
    ...rangeInWords(schedule.recurrence),
    ...(open === undefined ? [] : [`open ${durationInWords(open)}`]),
  ].join(', ')
}

/**
 * `reviewSettings` in the language's words: `none`, `quarterly by Partner programme managers, open 14 days`.
 * https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings
 */
export const reviewInWords = (value: Value | undefined): string => {
  const settings = fields(value)
  if (Object.keys(settings).length === 0 || settings.isEnabled === false) return 'none'
  const self = settings.isSelfReview === true && items(settings.primaryReviewers).length === 0
  const others = withFallback(settings.primaryReviewers, settings.fallbackReviewers)
  const reviewers = self ? ['self', others].filter(part => part !== '').join(', ') : others
  const [recurrence = '', ...rest] = scheduleInWords(settings.schedule).split(', ')
  const behaviour = noResponse.get(settings.expirationBehavior)
  return [
    `${recurrence}${reviewers === '' ? '' : ` by ${reviewers}`}`,
    ...rest,
    ...(behaviour === undefined ? [] : [behaviour]),
    ...(settings.isRecommendationEnabled === true ? ['recommendations shown'] : []),
    ...(settings.isReviewerJustificationRequired === true ? ['justification required'] : []),
  ].join(', ')
}

/** What happens where no reviewer answers, as one value. */
export const noResponseInWords = (value: Value | undefined): string | undefined => noResponse.get(value)
