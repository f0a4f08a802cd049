import { defineRule } from './define-rule.ts'
import { replace } from './edit.ts'

const statement = 'state configured'

export const proposedOrganization = defineRule({
  name: 'proposed-organization',
  finds: 'a policy for an organization that is still proposed',
  why: 'Microsoft Entra proposes an organization as soon as one of its people asks for access; that somebody asked is no reason to work together.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-organization',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const requestable = policy.terms.requestable?.value
    if (requestable?.who !== 'users from') return
    for (const { organization, range } of requestable.organizations) {
      if (organization.state !== 'proposed') continue
      const state = organization.statementRanges.OrganizationState
      report({
        message: `Organization "${organization.displayName}" may request here, though it is still proposed. Find out who it is and write \`${statement}\`, or leave it out.`,
        range,
        ...(state === undefined
          ? {}
          : {
              related: [{ place: { kind: 'source', range: state }, message: 'It is proposed here.' }],
              fixes: [
                {
                  title: `Write "${statement}" in ${organization.name}`,
                  safe: false,
                  edits: [replace(state, statement)],
                },
              ],
            }),
      })
    }
  },
})
