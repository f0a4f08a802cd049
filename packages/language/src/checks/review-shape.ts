import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { daysOf, durationWords } from '../syntax/duration.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange, propertyRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** The shortest time from one review to the next, in days. */
const periods = { weekly: 7, monthly: 28, quarterly: 89, biannually: 181, annually: 365 } as const

/** A review must be over before the next one starts, and somebody must do it. */
export const reviewShape: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'PolicyReview'))
    .flatMap(review => [...overlap(review), ...reviewers(review)])

const overlap = (review: ast.PolicyReview): Finding[] => {
  const open = review.statements.findLast(({ $type }) => $type === 'OpenFor')
  if (open?.$type !== 'OpenFor' || open.duration?.amount === undefined || review.frequency === undefined) return []
  const period = periods[review.frequency]
  const days = daysOf(open.duration)
  if (days >= 1 && days < period) return []
  const place = propertyRange(open, 'duration')
  const better = Math.min(period - 1, 14)
  return [
    findingAt(
      'review-overlap',
      'error',
      place,
      `A ${review.frequency} review can't stay open for ${durationWords(days * 1440)}: the next one starts after ${period} days. Let it close earlier, or review less often.`,
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

const reviewers = (review: ast.PolicyReview): Finding[] => {
  const statement = review.statements.findLast(({ $type }) => $type === 'Reviewers')
  if (statement?.$type !== 'Reviewers')
    return [
      findingAt(
        'review-without-reviewers',
        'error',
        headRange(review),
        'This review says nobody who reviews. Add `reviewers` and who decides: a user, a group, `manager`, `internal sponsors` or `self`.',
      ),
    ]
  const self = statement.reviewers.find(({ $type }) => $type === 'Self')
  const mixed =
    self !== undefined && statement.reviewers.length > 1
      ? [
          findingAt(
            'reviewer-kind',
            'error',
            rangeOf(self),
            'Where people review themselves (`self`), nobody else does. Leave out `self`, or the other reviewers.',
          ),
        ]
      : []
  const fallback = statement.fallback
    .filter(({ $type }) => $type === 'Self')
    .map(subject =>
      findingAt(
        'reviewer-kind',
        'error',
        rangeOf(subject),
        'A fallback is asked where nobody else can be; people themselves always can. Name a user or a group.',
      ),
    )
  const owners = [...statement.reviewers, ...statement.fallback]
    .filter(({ $type }) => $type === 'GroupOwners')
    .map(subject =>
      findingAt(
        'reviewer-kind',
        'error',
        rangeOf(subject),
        '`group owners` can review groups, in a `review` of its own, and not the assignments of a policy. Name a user or a group.',
      ),
    )
  return [...mixed, ...fallback, ...owners]
}
