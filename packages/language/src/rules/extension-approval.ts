import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'

export const extensionApproval = defineRule({
  name: 'extension-approval',
  finds: 'an external policy that lets people extend without approval',
  why: 'An expiration that people may push back by themselves ends nothing.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-lifecycle-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const said = policy.terms.extension
    if (said === undefined || !isExternalPolicy(policy) || !said.value.allowed || said.value.approval) return
    report({
      message: `${sayer(policy, said)} lets people from outside prolong their own access without approval. Allow extension with approval.`,
      range: said.range,
      fixes: [
        {
          title: 'Allow extension with approval',
          safe: said.template === undefined,
          edits: [replace(said.range, 'extension allowed with approval')],
        },
      ],
    })
  },
})
