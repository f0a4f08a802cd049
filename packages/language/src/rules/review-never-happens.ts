import type { Expiration, Extension, Review } from '../resolve/program.ts'
import { daysInWords } from './bound.ts'
import { defineRule } from './define-rule.ts'
import { isExternalPolicy } from './external.ts'
import { periodInDays } from './frequency.ts'

export const reviewNeverHappens = defineRule({
  name: 'review-never-happens',
  finds: 'access that expires before its first review would start',
  why: 'A review that comes when access is over looks like control and is none.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-reviews-create',
  severity: { recommended: 'warning', strict: 'warning' },
  element: 'policy',
  check(policy, { program, isOn, report }) {
    const { expiration, extension, review } = policy.terms
    if (expiration === undefined || review === undefined) return
    // Where a standard asks for the review of people from outside anyhow, it can't be left out.
    const asked = isOn('external-review') && isExternalPolicy(policy, program)
    const problem =
      expiration.value.expires === 'after' && asked
        ? undefined
        : problemOf(expiration.value, review.value, extension?.value)
    if (problem === undefined) return
    const onExpiration = expiration.template === undefined && review.template !== undefined
    report({
      message: `Access under policy "${policy.displayName}" ${problem}`,
      range: onExpiration ? expiration.range : review.range,
      related: [
        onExpiration
          ? { place: { kind: 'source', range: review.range }, message: 'The template has it reviewed here.' }
          : { place: { kind: 'source', range: expiration.range }, message: 'Access ends here.' },
      ],
    })
  },
})

/** Of access that may be prolonged nobody knows how long it lasts. Where it lasts at least half as long as a review is away, most of it sees one. */
const problemOf = (expiration: Expiration, review: Review, extension: Extension | undefined): string | undefined => {
  if (expiration.expires === 'on') {
    const { starting } = review
    return starting === undefined || starting.slice(0, 10) <= expiration.date.slice(0, 10)
      ? undefined
      : `expires on ${expiration.written}, and its first review starts on ${starting.slice(0, 10)}. Start the review earlier, or leave it out.`
  }
  if (expiration.expires === 'never' || extension?.allowed === true) return undefined
  const days = expiration.minutes / 1440
  return days * 2 >= periodInDays[review.frequency]
    ? undefined
    : `lasts ${daysInWords(days)} and is reviewed ${review.frequency}, so most of it ends before a review starts. Review it more often, or leave the review out.`
}
