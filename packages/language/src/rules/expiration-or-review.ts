import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'
import { decidersOf, listInSource, reviewLines } from './source-words.ts'

export const expirationOrReview = defineRule({
  name: 'expiration-or-review',
  finds: 'access that never ends and is never reviewed',
  why: 'People change their work; access that neither ends nor is looked at only ever grows.',
  source: 'https://learn.microsoft.com/entra/id-governance/best-practices-secure-id-governance',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, { program, isOn, report }) {
    const { expiration, review } = policy.terms
    const ends = expiration !== undefined && expiration.value.expires !== 'never'
    if (ends || review !== undefined || policy.terms.automatic !== undefined) return
    if (isExternalPolicy(policy, program) && (isOn('external-expiration') || isOn('external-review'))) return
    const text = 'expires after 365 days'
    const reviewers = listInSource(decidersOf(policy.package.catalog))
    report({
      message: `${sayer(policy, expiration)} gives access that never ends and that nobody reviews. Let it expire, or have it reviewed.`,
      range: expiration?.range ?? policy.nameRange,
      fixes: [
        {
          title: `${expiration === undefined ? 'Add' : 'Replace by'} "${text}"`,
          safe: expiration === undefined,
          edits: [expiration === undefined ? addStatement(policy.block, [text]) : replace(expiration.range, text)],
        },
        ...(reviewers === ''
          ? []
          : [
              {
                title: `Add an annual review by ${reviewers}`,
                safe: false,
                edits: [addStatement(policy.block, reviewLines('annually', reviewers))],
              },
            ]),
      ],
    })
  },
})
