import { loneUser } from './deciders.ts'
import { defineRule, sayer } from './define-rule.ts'
import { reviewOf } from './reviewed.ts'

export const singleApprover = defineRule({
  name: 'single-approver',
  finds: 'a stage or review whose only decider is one named user',
  why: 'Decisions wait, and in the end nobody takes them, whenever that person is away or gone.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: ['policy', 'review'],
  check(element, { report }) {
    if (element.element === 'policy') {
      const said = element.terms.approval
      const stages = said?.value.required === true ? said.value.stages : []
      for (const [index, { approvers, fallback, escalation }] of stages.entries()) {
        const alone = fallback.length === 0 && escalation === undefined ? loneUser(approvers) : undefined
        if (alone?.subject !== 'object') continue
        const stage = stages.length > 1 ? `stage ${index + 1}` : 'every request'
        report({
          message: `${sayer(element, said)} leaves ${stage} to "${alone.object.displayName}" alone. Ask a group, or name somebody else too.`,
          range: alone.range,
        })
      }
    }
    const review = reviewOf(element)
    const alone = review?.terms.fallback.length === 0 ? loneUser(review.terms.reviewers) : undefined
    if (review === undefined || alone?.subject !== 'object') return
    report({
      message: `${review.title} is up to "${alone.object.displayName}" alone. Ask a group, or name somebody else too.`,
      range: alone.range,
    })
  },
})
