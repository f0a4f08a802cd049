import type { Value } from '@entitle/graph'
import type { Review } from '../resolve/program.ts'
import { isoDuration } from './iso-duration.ts'
import type { Lowering } from './lowering.ts'
import { subjectSets } from './subject-set.ts'

const behaviours = { remove: 'removeAccess', keep: 'keepAccess', follow: 'acceptAccessRecommendation' } as const
export const patterns = {
  weekly: { type: 'weekly', interval: 1 },
  monthly: { type: 'absoluteMonthly', interval: 1 },
  quarterly: { type: 'absoluteMonthly', interval: 3 },
  biannually: { type: 'absoluteMonthly', interval: 6 },
  annually: { type: 'absoluteMonthly', interval: 12 },
} as const

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings */
export const reviewSettings = (review: Review, lowering: Lowering): Value => ({
  isEnabled: true,
  expirationBehavior: behaviours[review.noResponse?.value ?? 'remove'],
  isRecommendationEnabled: review.recommendations,
  isReviewerJustificationRequired: review.justification,
  isSelfReview: review.reviewers.some(({ subject }) => subject === 'self'),
  primaryReviewers: subjectSets(review.reviewers, lowering),
  fallbackReviewers: subjectSets(review.fallback, lowering),
  schedule: {
    ...(review.starting === undefined ? {} : { startDateTime: `${review.starting}T00:00:00Z` }),
    expiration: { type: 'afterDuration', duration: isoDuration(review.openForDays * 1440) },
    recurrence: { pattern: patterns[review.frequency], range: rangeOf(review.ending) },
  },
})

/** What a new review needs and the sources leave open: the day it starts. */
export const reviewDefaults = (review: Review, { today }: Lowering): Value | undefined =>
  review.starting === undefined ? { schedule: { startDateTime: `${today}T00:00:00Z` } } : undefined

/** https://learn.microsoft.com/graph/api/resources/recurrencerange */
export const rangeOf = (ending: Review['ending']): { readonly [key: string]: Value } => {
  if (ending === undefined) return { type: 'noEnd' }
  return 'on' in ending
    ? { type: 'endDate', endDate: ending.on }
    : { type: 'numbered', numberOfOccurrences: ending.afterTimes }
}
