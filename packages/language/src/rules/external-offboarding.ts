import { defineRule } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'

const statement = 'external user offboarding block sign-in, delete after 30 days'

export const externalOffboarding = defineRule({
  name: 'external-offboarding',
  finds: "external policies in a workspace whose tenant leaves the guests' accounts untouched when access ends",
  why: 'A guest account without access is still an account that somebody can sign in with.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'error', strict: 'error' },
  element: 'tenant',
  check(tenant, { externalPolicy, report }) {
    const external = externalPolicy()
    const said = tenant.offboarding
    if (external === undefined || said?.value.action === 'block') return
    report({
      message:
        said === undefined
          ? `Tenant ${tenant.name} doesn't say what happens to a guest's account when the last access ends. Block it, then delete it.`
          : `Tenant ${tenant.name} leaves the accounts of guests untouched when their last access ends. Block them, then delete them.`,
      range: said?.range ?? tenant.nameRange,
      related: [
        {
          place: { kind: 'source', range: external.nameRange },
          message: `Policy "${external.displayName}" brings people from outside in.`,
        },
      ],
      fixes: [
        {
          title: `${said === undefined ? 'Add' : 'Replace by'} "${statement}"`,
          safe: said === undefined,
          edits: [said === undefined ? addStatement(tenant.block, [statement]) : replace(said.range, statement)],
        },
      ],
    })
  },
})
