import type { DirectoryKind, TenantObject, Value } from '@entitle/graph'
import type { ReviewElement, Subject } from '../resolve/program.ts'
import { calledIn } from './addresses.ts'
import { isoDuration } from './iso-duration.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'
import { patterns, rangeOf } from './review-settings.ts'

/** What becomes of access where nobody answers: nothing, unless the review says so. */
const outcomes = {
  remove: { defaultDecisionEnabled: true, defaultDecision: 'Deny' },
  keep: { defaultDecisionEnabled: false, defaultDecision: 'None' },
  follow: { defaultDecisionEnabled: true, defaultDecision: 'Recommendation' },
} as const

const resources: ReadonlySet<DirectoryKind> = new Set(['group', 'servicePrincipal'])

/**
 * A review of access outside packages; nothing where it doesn't say of what, or names neither a group nor an app (findings).
 * https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition
 */
export const accessReview = (review: ReviewElement, lowering: Lowering): TenantObject[] => {
  const { displayName, description, scope, terms, statementRanges, inactiveForDays, recurs } = review
  if (scope === undefined) return []
  const { who, in: within } = scope.value
  if (within !== 'all groups' && !resources.has(within.object.kind)) return []
  const self = terms.reviewers.some(({ subject }) => subject === 'self')
  return [
    objectOf({
      kind: 'access-review',
      name: displayName,
      called: calledIn(review, lowering),
      from: review,
      properties: {
        displayName,
        descriptionForAdmins: description,
        scope: {
          who,
          in: within === 'all groups' ? within : refTo(within.object, lowering),
          inactiveFor: inactiveForDays === undefined ? null : isoDuration(inactiveForDays.value * 1440),
        },
        reviewers: self ? [] : reviewers(terms.reviewers, lowering),
        fallbackReviewers: reviewers(terms.fallback, lowering),
        settings: {
          instanceDurationInDays: terms.openForDays,
          autoApplyDecisionsEnabled: review.applyAutomatically,
          ...outcomes[terms.noResponse?.value ?? 'keep'],
          recommendationsEnabled: terms.recommendations,
          justificationRequiredOnApproval: terms.justification,
          recurrence: recurrence(review),
        },
      },
      defaults: {
        settings: {
          mailNotificationsEnabled: true,
          reminderNotificationsEnabled: true,
          recurrence: { range: { startDate: terms.starting ?? lowering.today } },
        },
      },
      range: review.range,
      ranges: {
        descriptionForAdmins: statementRanges.Description,
        scope: scope.range,
        reviewers: terms.reviewersRange,
        fallbackReviewers: terms.reviewersRange,
        'settings/recurrence': recurs?.range,
        'settings/instanceDurationInDays': terms.openForRange,
        'settings/defaultDecision': terms.noResponse?.range,
      },
    }),
  ]
}

const recurrence = ({ recurs, terms: { starting, ending } }: ReviewElement): Value => {
  const start = starting === undefined ? {} : { startDate: starting }
  return recurs === undefined
    ? { pattern: null, range: start }
    : { pattern: patterns[recurs.value], range: { ...rangeOf(ending), ...start } }
}

/** https://learn.microsoft.com/graph/accessreviews-reviewers-concept; what can't review is a finding by itself. */
const reviewers = (subjects: readonly Subject[], lowering: Lowering): Value[] =>
  subjects.flatMap((subject): Value[] => {
    if (subject.subject === 'manager') return [{ by: 'manager' }]
    if (subject.subject === 'group owners') return [{ by: 'group owners' }]
    if (subject.subject !== 'object') return []
    const { kind } = subject.object
    return kind === 'user' || kind === 'group' ? [{ by: kind, of: refTo(subject.object, lowering) }] : []
  })
