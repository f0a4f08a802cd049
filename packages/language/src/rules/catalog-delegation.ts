import { defineRule } from './define-rule.ts'

export const catalogDelegation = defineRule({
  name: 'catalog-delegation',
  finds: 'a catalog without owners, or owned by single users only',
  why: "A catalog that hangs on one person is nobody's when that person leaves.",
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'catalog',
  check(catalog, { report }) {
    const [first] = catalog.owners
    if (first === undefined)
      report({
        message: `Catalog "${catalog.displayName}" has no owners, so only tenant administrators can look after it. Add "owners" with a group.`,
        range: catalog.nameRange,
      })
    else if (catalog.owners.every(({ object }) => object.kind === 'user'))
      report({
        message: `Catalog "${catalog.displayName}" is owned by single users only. Make a group its owner.`,
        range: first.range,
      })
  },
})
