import { defineRule } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { includesGuests } from './guest-review.ts'

const remove = 'if no response remove access'
const apply = 'apply decisions automatically'

export const guestReviewOutcome = defineRule({
  name: 'guest-review-outcome',
  finds: 'a review of guests that keeps access when nobody answers, or leaves its decisions to somebody to carry out',
  why: 'Reviewers forget, and so does who should carry out what they decided; guests that nobody vouches for should lose access all the same.',
  source: 'https://learn.microsoft.com/entra/id-governance/create-access-review',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'review',
  check(review, { report }) {
    if (!includesGuests(review)) return
    const { noResponse } = review.terms
    const name = `Review "${review.displayName}"`
    if (noResponse === undefined)
      report({
        message: `${name} doesn't say what happens when no reviewer answers, so guests keep their access then. Write \`${remove}\`.`,
        range: review.nameRange,
        fixes: [{ title: `Add "${remove}"`, safe: false, edits: [addStatement(review.block, [remove])] }],
      })
    else if (noResponse.value === 'keep')
      report({
        message: `${name} lets guests keep their access when no reviewer answers. Write \`${remove}\`.`,
        range: noResponse.range,
        fixes: [{ title: `Replace by "${remove}"`, safe: true, edits: [replace(noResponse.range, remove)] }],
      })
    const manually = review.statementRanges.ApplyDecisions
    if (!review.applyAutomatically && manually !== undefined)
      report({
        message: `What ${name.replace('R', 'r')} decides on guests takes effect only when somebody carries it out. Write \`${apply}\`.`,
        range: manually,
        fixes: [{ title: `Replace by "${apply}"`, safe: true, edits: [replace(manually, apply)] }],
      })
  },
})
