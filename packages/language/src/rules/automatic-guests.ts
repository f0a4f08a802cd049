import { readForGuests } from '../syntax/membership-rule/for-guest.ts'
import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { textInSource } from './source-words.ts'

const condition = '(user.userType -eq "Member")'

export const automaticGuests = defineRule({
  name: 'automatic-guests',
  finds: "an automatic assignment rule that doesn't exclude guests",
  why: 'A guest who has the attribute that the rule asks for gets access that nobody approves, and often nobody meant.',
  source:
    'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.automatic
    if (said === undefined) return
    const { rule, ruleRange } = said.value
    const read = readForGuests(rule)
    if (read === undefined || read.holds === false) return
    const whole = rule.trim()
    const text = `${read.isOpen ? `(${whole})` : whole} and ${condition}`
    report({
      message: `${sayer(policy, said)} assigns access to guests too. Add \`and ${condition}\` to the rule.`,
      range: ruleRange,
      fixes: [{ title: 'Assign to members only', safe: false, edits: [replace(ruleRange, textInSource(text))] }],
    })
  },
})
