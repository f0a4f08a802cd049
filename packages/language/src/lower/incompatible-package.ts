import { addressOf, type TenantObject } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { objectOf } from './lowering.ts'

/** Packages whose holders can't request this one. https://learn.microsoft.com/graph/api/accesspackage-list-incompatibleaccesspackages */
export const incompatiblePackages = (element: PackageElement, parent: TenantObject): TenantObject[] => {
  const taken = new Set<string>()
  return element.incompatible.flatMap(exclusion => {
    if (exclusion.kind === 'group') return []
    const { displayName, catalog } = exclusion.package
    // Two packages of one name, in two catalogs, are two exclusions.
    const name = taken.has(displayName) ? `${displayName} (${catalog.displayName})` : displayName
    taken.add(displayName)
    const address = addressOf('access-package', displayName, addressOf('catalog', catalog.displayName))
    const properties = { package: { $ref: 'access-package' as const, name: displayName, address } }
    return [objectOf({ kind: 'incompatible-package', parent, name, properties, range: exclusion.range })]
  })
}
