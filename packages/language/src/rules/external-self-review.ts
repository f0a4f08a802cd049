import { defineRule, sayer } from './define-rule.ts'
import { hasTag, isExternalPolicy } from './external.ts'
import { othersReview, selfIn } from './self-review.ts'

export const externalSelfReview = defineRule({
  name: 'external-self-review',
  finds: 'a review of external access by the users themselves',
  why: 'Who is asked whether to keep access says yes; somebody who knows the work should answer for people from outside.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { program, isOn, report }) {
    const said = policy.terms.review
    const self = selfIn(said?.value)
    if (said === undefined || self === undefined || hasTag(policy.package, 'low-sensitivity')) return
    if (hasTag(policy.package, 'compliance') && isOn('compliance-self-review')) return
    if (!isExternalPolicy(policy, program)) return
    report({
      message: `${sayer(policy, said)} lets people from outside review their own access. Name other reviewers, or tag the package low-sensitivity.`,
      range: self.range,
      fixes: othersReview(said, self, policy.package.catalog),
    })
  },
})
