import { daysInWords } from './bound.ts'
import { defineRule } from './define-rule.ts'
import { reviewOf } from './reviewed.ts'

export const reviewWindow = defineRule({
  name: 'review-window',
  finds: 'a review open for longer than the bound',
  why: 'What may be decided next month is forgotten this month, and access that nobody needs stays meanwhile.',
  source: 'https://learn.microsoft.com/entra/id-governance/deploy-access-reviews',
  severity: { recommended: 'info', strict: 'warning' },
  bound: { direction: 'at most', measure: 'days', default: 30 },
  element: ['policy', 'review'],
  check(element, { bound, report }) {
    const review = reviewOf(element)
    if (review === undefined) return
    const { openForDays, openForRange } = review.terms
    if (openForDays <= bound) return
    report({
      message: `${review.title} stays open for ${daysInWords(openForDays)}${openForRange === undefined ? ', since it says nothing else' : ''}; the standard allows at most ${daysInWords(bound)}. Let it close earlier.`,
      range: openForRange ?? review.range,
    })
  },
})
