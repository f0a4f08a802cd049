import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'

export const silentExpiry = defineRule({
  name: 'silent-expiry',
  finds: 'notifications turned off on access that expires',
  why: 'People learn that their access ends when it has ended, in the middle of their work.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-process',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const { expiration, notificationsOff: said } = policy.terms
    if (said === undefined || expiration === undefined || expiration.value.expires === 'never') return
    report({
      message: `${sayer(policy, said)} turns notifications off, so nobody is told before access${said.template === undefined ? '' : ` under policy "${policy.displayName}"`} ends. Leave them on.`,
      range: said.range,
      related: [{ place: { kind: 'source', range: expiration.range }, message: 'Access ends here.' }],
      fixes: [
        {
          title: 'Turn notifications on',
          safe: said.template === undefined,
          edits: [replace(said.value.removalRange, '')],
        },
      ],
    })
  },
})
