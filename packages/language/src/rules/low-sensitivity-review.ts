import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { hasTag, isExternalPolicy } from './external.ts'

export const lowSensitivityReview = defineRule({
  name: 'low-sensitivity-review',
  finds: 'a package tagged low-sensitivity whose review burdens others than the users themselves',
  why: 'Reviewers who confirm harmless access by the dozen stop looking at the access that matters.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'hint', strict: 'hint' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.review
    if (said === undefined || !hasTag(policy.package, 'low-sensitivity') || hasTag(policy.package, 'compliance')) return
    // Self-review of people from outside is tolerated there, not recommended.
    if (isExternalPolicy(policy, program)) return
    const { reviewers, reviewersRange } = said.value
    if (reviewersRange === undefined || reviewers.length === 0 || reviewers.some(({ subject }) => subject === 'self'))
      return
    report({
      message: `${sayer(policy, said)} has others review access to package "${policy.package.displayName}", which is tagged low-sensitivity. Let people review their own.`,
      range: reviewersRange,
      fixes: [
        {
          title: 'Let people review their own access',
          safe: said.template === undefined,
          edits: [replace(reviewersRange, 'reviewers self')],
        },
      ],
    })
  },
})
