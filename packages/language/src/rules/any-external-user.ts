import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'

export const anyExternalUser = defineRule({
  name: 'any-external-user',
  finds: 'a policy open to people of companies that nobody configured',
  why: 'Anybody with an e-mail address may ask; each approval makes a new, unknown organization.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-request-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.requestable
    if (said?.value.who !== 'any external user') return
    report({
      message: `${sayer(policy, said)} is open to people of companies that nobody configured. Name the organizations, or take every connected organization.`,
      range: said.range,
      fixes: [
        {
          title: 'Replace by "requestable by any connected organization"',
          safe: false,
          edits: [replace(said.range, 'requestable by any connected organization')],
        },
      ],
    })
  },
})
