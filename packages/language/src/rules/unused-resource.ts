import { defineRule } from './define-rule.ts'

export const unusedResource = defineRule({
  name: 'unused-resource',
  finds: 'a resource of a catalog that none of its packages grants',
  why: 'Whoever owns the catalog may hand out each of its resources, also those that nobody thinks of any more.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-catalog-create',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'catalog',
  check(catalog, { grantersOf, report }) {
    for (const { object, range } of catalog.resources) {
      if (object.kind === 'user' || grantersOf(object).some(granter => granter.catalog === catalog)) continue
      report({
        message: `Catalog "${catalog.displayName}" has "${object.displayName}" among its resources, and none of its packages grants it. Leave it out, or grant it in a package.`,
        range,
      })
    }
  },
})
