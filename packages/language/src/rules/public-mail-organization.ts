import { defineRule } from './define-rule.ts'
import { publicMailProviderOf } from './public-mail-providers.ts'

export const publicMailOrganization = defineRule({
  name: 'public-mail-organization',
  finds: "an organization whose domain is a public mail provider's: anyone can join it",
  why: 'Whoever opens a mailbox there belongs to the organization a minute later, and may request what its people may.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-organization',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'organization',
  check(organization, { report }) {
    for (const { value, range } of organization.sources) {
      const provider = value.kind === 'domain' ? publicMailProviderOf(value.value) : undefined
      if (provider !== undefined)
        report({
          message: `Organization "${organization.displayName}" is everybody with an address at ${value.value}, where ${provider} gives one to anyone. Name the company's own domain, or invite these people one by one.`,
          range,
        })
    }
  },
})
