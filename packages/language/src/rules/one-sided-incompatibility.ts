import type { Fix } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { calledIn, excludes } from './between-packages.ts'
import { defineRule } from './define-rule.ts'
import { addStatement } from './edit.ts'

export const oneSidedIncompatibility = defineRule({
  name: 'one-sided-incompatibility',
  finds: "a package that excludes another one, which doesn't exclude it",
  why: 'Entra looks only at what the requested package excludes, so who takes them in the other order gets both.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-incompatible',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'package',
  check(element, { report }) {
    for (const exclusion of element.incompatible) {
      if (exclusion.kind !== 'package' || exclusion.package === element) continue
      const other = exclusion.package
      if (excludes(other, element)) continue
      report({
        message: `Package "${element.displayName}" excludes "${other.displayName}", and not the other way round: who has "${element.displayName}" may still request "${other.displayName}". Let that one exclude this one too.`,
        range: exclusion.range,
        related: [
          {
            place: { kind: 'source', range: other.nameRange },
            message: `Package "${other.displayName}" doesn't exclude "${element.displayName}".`,
          },
        ],
        fixes: excludeToo(element, other),
      })
    }
  },
})

const excludeToo = (element: PackageElement, other: PackageElement): Fix[] => {
  const name = calledIn(element, other)
  if (name === undefined) return []
  const text = `incompatible with ${name}`
  return [{ title: `Add "${text}" to package ${other.name}`, safe: true, edits: [addStatement(other.block, [text])] }]
}
