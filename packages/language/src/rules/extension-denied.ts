import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { isExternalPolicy, requestorsOf } from './external.ts'

const statement = 'extension allowed with approval'

export const extensionDenied = defineRule({
  name: 'extension-denied',
  finds: "an external policy whose access expires after a while and can't be extended, though somebody approves",
  why: 'Who still works with you asks anew and waits, or is given access that lasts longer than it should.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'hint', strict: 'hint' },
  element: 'policy',
  check(policy, { program, report }) {
    const { approval, expiration, extension } = policy.terms
    if (expiration?.value.expires !== 'after' || extension?.value.allowed === true) return
    if (approval?.value.required !== true || !isExternalPolicy(policy, program)) return
    report({
      message:
        extension === undefined
          ? `Policy "${policy.displayName}" doesn't let ${requestorsOf(policy, program)} extend their access before it ends. Allow extension with approval.`
          : `${sayer(policy, extension)} doesn't let people from outside extend their access before it ends. Allow extension with approval.`,
      range: extension?.range ?? policy.nameRange,
      fixes: [
        {
          title: extension === undefined ? `Add "${statement}"` : `Replace by "${statement}"`,
          safe: false,
          edits: [
            extension === undefined ? addStatement(policy.block, [statement]) : replace(extension.range, statement),
          ],
        },
      ],
    })
  },
})
