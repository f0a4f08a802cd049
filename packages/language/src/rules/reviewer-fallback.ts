import type { Subject } from '../resolve/program.ts'
import { fallbackFixes, isCertain } from './deciders.ts'
import { defineRule } from './define-rule.ts'
import { reviewOf } from './reviewed.ts'

export const reviewerFallback = defineRule({
  name: 'reviewer-fallback',
  finds: 'reviewers that may not exist for a user, and no fallback',
  why: 'Access of somebody without a manager or sponsor is decided on by nobody.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-reviews-create',
  severity: { recommended: 'warning', strict: 'error' },
  element: ['policy', 'review'],
  check(element, { report }) {
    const review = reviewOf(element)
    if (review === undefined) return
    const { reviewers, fallback } = review.terms
    const [first] = reviewers
    if (first === undefined || fallback.length > 0 || reviewers.some(isCertain)) return
    const fixes = fallbackFixes(reviewers, review.catalog?.owners ?? [], review.template === undefined)
    report({
      message: `${review.title} asks only ${askedOf(first)}. Add a \`fallback\`: a group, or a user.`,
      range: first.range,
      ...(fixes.length > 0 ? { fixes } : {}),
    })
  },
})

const askedOf = ({ subject }: Subject): string => {
  switch (subject) {
    case 'manager':
      return "people's managers, and not everybody has one"
    case 'group owners':
      return 'group owners, and not every group has any'
    default:
      return `${subject}, and not everybody has any`
  }
}
