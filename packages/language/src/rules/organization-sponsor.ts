import { defineRule } from './define-rule.ts'

export const organizationSponsor = defineRule({
  name: 'organization-sponsor',
  finds: 'an organization without an internal sponsor',
  why: 'Nobody in your company answers for the people of that organization, approves what they ask for, or knows when the work with them ends.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-organization',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'organization',
  check(organization, { report }) {
    if (organization.internalSponsors.length > 0) return
    report({
      message: `Organization "${organization.displayName}" has no internal sponsor. Add \`internal sponsors\` and who in your company answers for its people.`,
      range: organization.nameRange,
    })
  },
})
