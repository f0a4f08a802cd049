import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { hasTag } from './external.ts'
import { decidersOf, listInSource } from './source-words.ts'

export const complianceSelfReview = defineRule({
  name: 'compliance-self-review',
  finds: 'a package tagged compliance whose review is by the users themselves',
  why: 'Nobody can attest to their own need where an auditor asks for it.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.review
    if (said === undefined || !hasTag(policy.package, 'compliance')) return
    const { reviewers } = said.value
    const self = reviewers.find(({ subject }) => subject === 'self')
    if (self === undefined) return
    const deciders = listInSource(decidersOf(policy.package.catalog))
    report({
      message: `${sayer(policy, said)} lets people review their own access, though package "${policy.package.displayName}" is tagged compliance. Name other reviewers.`,
      range: self.range,
      fixes:
        deciders === '' || reviewers.length > 1
          ? []
          : [
              {
                title: `Have ${deciders} review`,
                safe: said.template === undefined,
                edits: [replace(self.range, deciders)],
              },
            ],
    })
  },
})
