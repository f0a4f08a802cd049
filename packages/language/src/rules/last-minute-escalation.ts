import { daysInWords } from './bound.ts'
import { defineRule, sayer } from './define-rule.ts'

export const lastMinuteEscalation = defineRule({
  name: 'last-minute-escalation',
  finds: 'an escalation that leaves less time to decide than the bound',
  why: 'Whoever is asked last needs time to answer, or the request is denied over a weekend.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'warning' },
  bound: { direction: 'at least', measure: 'days', default: 1 },
  element: 'policy',
  check(policy, { bound, report }) {
    const said = policy.terms.approval
    for (const { escalation, withinMinutes } of said?.value.required === true ? said.value.stages : []) {
      if (escalation === undefined) continue
      const left = (withinMinutes - escalation.afterMinutes) / 1440
      // Less than a day is refused by Entra; the check escalation-timing says so.
      if (left < 1 || left >= bound) continue
      report({
        message: `${sayer(policy, said)} passes requests on ${daysInWords(left)} before they are denied; the standard asks for at least ${daysInWords(bound)} to decide. Pass them on earlier, or keep the stage open longer.`,
        range: escalation.range,
      })
    }
  },
})
