import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'

export const extensionApproval = defineRule({
  name: 'extension-approval',
  finds: 'an external policy that lets people extend without approval',
  why: 'An expiration that people may push back by themselves ends nothing.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.extension
    if (said === undefined || !isExternalPolicy(policy, program) || !said.value.allowed || said.value.approval) return
    const approved = policy.terms.approval?.value.required === true
    const better = approved ? 'extension allowed with approval' : 'extension denied'
    report({
      message: `${sayer(policy, said)} lets people from outside prolong their own access without approval. ${approved ? 'Allow extension with approval.' : 'Deny extension, or add an approval and allow extension with it.'}`,
      range: said.range,
      fixes: [
        {
          title: approved ? 'Allow extension with approval' : 'Deny extension',
          safe: approved && said.template === undefined,
          edits: [replace(said.range, better)],
        },
      ],
    })
  },
})
