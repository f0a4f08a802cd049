import { defineRule, sayer } from './define-rule.ts'
import { hasTag } from './external.ts'
import { othersReview, selfIn } from './self-review.ts'

export const complianceSelfReview = defineRule({
  name: 'compliance-self-review',
  finds: 'a package tagged compliance whose review is by the users themselves',
  why: 'Nobody can attest to their own need where an auditor asks for it.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.review
    const self = selfIn(said?.value)
    if (said === undefined || self === undefined || !hasTag(policy.package, 'compliance')) return
    report({
      message: `${sayer(policy, said)} lets people review their own access, though package "${policy.package.displayName}" is tagged compliance. Name other reviewers.`,
      range: self.range,
      fixes: othersReview(said, self, policy.package.catalog),
    })
  },
})
