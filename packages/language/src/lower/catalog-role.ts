import type { TenantObject } from '@entitle/graph'
import type { CatalogElement, ObjectReference } from '../resolve/program.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

/** Role assignments in a catalog. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
export const catalogRoles = (element: CatalogElement, parent: TenantObject, lowering: Lowering): TenantObject[] => {
  const holders: readonly [string, readonly ObjectReference[]][] = [
    ['Catalog owner', element.owners],
    ['Catalog reader', element.readers],
    ['Access package manager', element.packageManagers],
    ['Access package assignment manager', element.assignmentManagers],
  ]
  return holders.flatMap(([role, references]) =>
    references
      .filter(({ object }) => object.kind !== 'site')
      .map(({ object, range }) => {
        const principal = refTo(object, lowering)
        return objectOf({
          kind: 'catalog-role',
          parent,
          name: `${role} ${principal.name}`,
          properties: { role, principal },
          range,
        })
      }),
  )
}
