import type { TenantObject } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { calledIn, packageAddress } from './addresses.ts'
import { type Lowering, objectOf } from './lowering.ts'

/** Packages whose holders can't request this one. https://learn.microsoft.com/graph/api/accesspackage-list-incompatibleaccesspackages */
export const incompatiblePackages = (
  element: PackageElement,
  parent: TenantObject,
  lowering: Lowering,
): TenantObject[] => {
  const taken = new Set<string>()
  return element.incompatible.flatMap(exclusion => {
    if (exclusion.kind === 'group') return []
    const { displayName, catalog } = exclusion.package
    // Two packages of one name, in two catalogs, are two exclusions.
    const called = calledIn(exclusion.package, lowering)
    const name = taken.has(called) ? `${called} (${calledIn(catalog, lowering)})` : called
    taken.add(called)
    const address = packageAddress(exclusion.package, lowering)
    const properties = { package: { $ref: 'access-package' as const, name: displayName, address } }
    return [objectOf({ kind: 'incompatible-package', parent, name, properties, range: exclusion.range })]
  })
}
