import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { daysOf, durationWords } from '../syntax/duration.ts'
import { isDate } from '../syntax/moment.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

type Review = ast.PolicyReview | ast.StandaloneReview

/** The shortest time from one review to the next, in days. */
const periods = { weekly: 7, monthly: 28, quarterly: 89, biannually: 181, annually: 365 } as const

/** Reviews that run into the next one, end before they start, or never take place. */
export const reviewPeriod: FileCheck = ({ documents }) =>
  documents
    .flatMap((document): Review[] => [...nodesOf(document, 'PolicyReview'), ...nodesOf(document, 'StandaloneReview')])
    .flatMap(review => [...overlap(review), ...endingOf(review)])

const frequencyOf = (review: Review): ast.Frequency | undefined =>
  review.$type === 'PolicyReview'
    ? review.frequency
    : review.statements.findLast(statement => statement.$type === 'Recurs')?.frequency

const statement = <T extends ast.StandaloneReviewStatement['$type']>(review: Review, type: T) =>
  (review.statements as readonly ast.StandaloneReviewStatement[]).findLast(
    (candidate): candidate is Extract<ast.StandaloneReviewStatement, { readonly $type: T }> => candidate.$type === type,
  )

const overlap = (review: Review): Finding[] => {
  const open = statement(review, 'OpenFor')
  const frequency = frequencyOf(review)
  if (open?.duration?.amount === undefined || frequency === undefined) return []
  const period = periods[frequency]
  const days = daysOf(open.duration)
  if (days >= 1 && days < period) return []
  const place = propertyRange(open, 'duration')
  const better = Math.min(period - 1, 14)
  return [
    findingAt(
      'review-overlap',
      'error',
      place,
      `A ${frequency} review can't stay open for ${durationWords(days * 1440)}: the next one starts after ${period} days. Let it close earlier, or review less often.`,
      {
        fixes: [
          {
            title: `Keep it open for ${durationWords(better * 1440)}`,
            safe: false,
            edits: [{ range: place, text: durationWords(better * 1440) }],
          },
        ],
      },
    ),
  ]
}

const endingOf = (review: Review): Finding[] => {
  const ending = statement(review, 'Ending')
  if (ending === undefined) return []
  if (review.$type === 'StandaloneReview' && statement(review, 'Recurs') === undefined)
    return [
      findingAt(
        'ending-without-recurrence',
        'warning',
        rangeOf(ending),
        'This review takes place once, so it has no end to set. Leave this out, or say how often it recurs, as in `recurs quarterly`.',
        { tags: ['unnecessary'] },
      ),
    ]
  if (ending.times === 0)
    return [
      findingAt(
        'review-dates',
        'error',
        propertyRange(ending, 'times'),
        'A review that ends after 0 times never takes place. Write 1 or more, or leave the review out.',
      ),
    ]
  const start = statement(review, 'Starting')?.date?.date
  const end = ending.date?.date
  return start === undefined || end === undefined || !isDate(start) || !isDate(end) || start < end
    ? []
    : [
        findingAt(
          'review-dates',
          'error',
          rangeOf(ending),
          `This review ends before it starts, on ${start}. Write a later end, or an earlier start.`,
        ),
      ]
}
