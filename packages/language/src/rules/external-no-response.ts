import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'

export const externalNoResponse = defineRule({
  name: 'external-no-response',
  finds: 'a review of external access that keeps access when nobody answers',
  why: 'A review that nobody does should not confirm access that nobody needs.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-reviews-create',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.review
    const noResponse = said?.value.noResponse
    if (said === undefined || !isExternalPolicy(policy, program) || noResponse?.value !== 'keep') return
    report({
      message: `The review of ${sayer(policy, said)[0]?.toLowerCase()}${sayer(policy, said).slice(1)} keeps the access of people from outside when no reviewer answers. Remove it then.`,
      range: noResponse.range,
      fixes: [
        {
          title: 'Remove access if nobody responds',
          safe: said.template === undefined,
          edits: [replace(noResponse.range, 'if no response remove access')],
        },
      ],
    })
  },
})
