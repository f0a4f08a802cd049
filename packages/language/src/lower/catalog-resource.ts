import type { DirectoryKind, TenantObject } from '@entitle/graph'
import type { CatalogElement } from '../resolve/program.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

const originSystems: { readonly [kind in DirectoryKind]: string | undefined } = {
  group: 'AadGroup',
  servicePrincipal: 'AadApplication',
  site: 'SharePointOnline',
  user: undefined,
}

/** How entitlement management calls the system that a resource lives in; undefined for a user, who is none. */
export const originSystemOf = (kind: DirectoryKind): string | undefined => originSystems[kind]

/** Groups, apps and sites of a catalog. */
export const catalogResources = (element: CatalogElement, parent: TenantObject, lowering: Lowering): TenantObject[] =>
  element.resources.flatMap(({ object, range }) => {
    const originSystem = originSystemOf(object.kind)
    if (originSystem === undefined) return []
    const resource = refTo(object, lowering)
    return [
      objectOf({
        kind: 'catalog-resource',
        parent,
        name: resource.name,
        properties: { originSystem, resource },
        range,
      }),
    ]
  })
