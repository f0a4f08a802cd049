import type { ReviewElement } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { frequencyOf, periodInDays, timesAYear } from './frequency.ts'
import { includesGuests } from './guest-review.ts'
import { openFor } from './source-words.ts'

export const guestReviewFrequency = defineRule({
  name: 'guest-review-frequency',
  finds: 'a review of guests that takes place once, stops some day, or comes round less often than the bound',
  why: 'Guests leave their companies without telling you; only a review that comes round finds them.',
  source: 'https://learn.microsoft.com/entra/id-governance/manage-guest-access-with-access-reviews',
  severity: { recommended: 'warning', strict: 'error' },
  bound: { direction: 'at least', measure: 'frequency', default: timesAYear.quarterly },
  element: 'review',
  check(review, { bound, report }) {
    if (!includesGuests(review)) return
    const { recurs, terms, statementRanges } = review
    const frequency = frequencyOf(bound)
    if (recurs === undefined)
      report({
        message: `Review "${review.displayName}" looks at guests once and never again. Write \`recurs ${frequency}\`.`,
        range: review.nameRange,
        fixes: [
          { title: `Add "recurs ${frequency}"`, safe: !isTooLong(review, frequency), edits: again(review, frequency) },
        ],
      })
    else if (timesAYear[recurs.value] < bound)
      report({
        message: `Review "${review.displayName}" looks at guests ${recurs.value}; the standard asks for ${frequency} or more often. Write \`recurs ${frequency}\`.`,
        range: recurs.range,
        fixes: [{ title: `Review ${frequency}`, safe: !isTooLong(review, frequency), edits: again(review, frequency) }],
      })
    if (recurs !== undefined && terms.ending !== undefined)
      report({
        message: `Review "${review.displayName}" stops some day, and guests stay. Leave the end out.`,
        range: statementRanges.Ending ?? review.nameRange,
      })
  },
})

/** A review must be over before the next one starts. */
const isTooLong = ({ terms }: ReviewElement, frequency: keyof typeof periodInDays): boolean =>
  terms.openForRange !== undefined && terms.openForDays >= periodInDays[frequency]

const again = (review: ReviewElement, frequency: keyof typeof periodInDays) => {
  const { recurs, block, terms } = review
  const statement = `recurs ${frequency}`
  return [
    recurs === undefined ? addStatement(block, [statement]) : replace(recurs.range, statement),
    ...(terms.openForRange !== undefined && isTooLong(review, frequency)
      ? [replace(terms.openForRange, openFor(frequency))]
      : []),
  ]
}
