import type { Fix } from '@entitle/graph'
import type { ReviewElement, Subject } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'
import { replace } from './edit.ts'
import { includesGuests } from './guest-review.ts'
import { selfIn } from './self-review.ts'

export const guestSelfReview = defineRule({
  name: 'guest-self-review',
  finds: 'a review of guests by the guests themselves',
  why: 'Who is asked whether to keep access says yes; somebody from your company should answer for a guest.',
  source: 'https://learn.microsoft.com/entra/id-governance/manage-guest-access-with-access-reviews',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'review',
  check(review, { report }) {
    const self = selfIn(review.terms)
    if (self === undefined || !includesGuests(review)) return
    report({
      message: `Review "${review.displayName}" asks guests whether they still need their access. Name other reviewers.`,
      range: self.range,
      fixes: byOwners(review, self),
    })
  },
})

/** Groups have owners; apps may have none that review. */
const byOwners = ({ scope, terms }: ReviewElement, self: Subject): Fix[] => {
  const where = scope?.value.in
  const isGroup = where === 'all groups' || where?.object.kind === 'group'
  if (!isGroup || terms.reviewers.length > 1) return []
  return [{ title: 'Have group owners review', safe: true, edits: [replace(self.range, 'group owners')] }]
}
