import { defineRule } from './define-rule.ts'
import { replace } from './edit.ts'
import { includesGuests } from './guest-review.ts'

const statement = 'justification required'

export const guestReviewJustification = defineRule({
  name: 'guest-review-justification',
  finds: 'a review of guests in which reviewers need not say why',
  why: 'Who must give a reason looks before confirming, and an auditor can follow the decision later.',
  source: 'https://learn.microsoft.com/entra/id-governance/create-access-review',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'review',
  check(review, { report }) {
    const said = review.statementRanges.Justification
    if (said === undefined || review.terms.justification || !includesGuests(review)) return
    report({
      message: `Review "${review.displayName}" lets guests keep access without a reason. Write \`${statement}\`.`,
      range: said,
      fixes: [{ title: `Replace by "${statement}"`, safe: true, edits: [replace(said, statement)] }],
    })
  },
})
