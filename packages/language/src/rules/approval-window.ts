import { daysInWords } from './bound.ts'
import { defineRule, sayer } from './define-rule.ts'

export const approvalWindow = defineRule({
  name: 'approval-window',
  finds: 'a stage that stays open longer than the bound',
  why: 'Who needs access today finds another way before a decision comes weeks later.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'info', strict: 'warning' },
  bound: { direction: 'at most', measure: 'days', default: 14 },
  element: 'policy',
  check(policy, { bound, report }) {
    const said = policy.terms.approval
    const stages = said?.value.required === true ? said.value.stages : []
    for (const { withinMinutes, withinRange, range } of stages) {
      const days = withinMinutes / 1440
      if (days <= bound) continue
      report({
        message: `${sayer(policy, said)} lets a request wait ${daysInWords(days)} for its approver${withinRange === undefined ? ', since the stage says nothing else' : ''}; the standard allows at most ${daysInWords(bound)}. Shorten the stage.`,
        range: withinRange ?? range,
      })
    }
  },
})
