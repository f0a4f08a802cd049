import type { TenantObject } from '@entitle/graph'
import type { PackageElement } from '../resolve/program.ts'
import { originSystemOf } from './catalog-resource.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

/** What a package grants: a role of a resource. https://learn.microsoft.com/graph/api/resources/accesspackageresourcerolescope */
export const resourceRoleScopes = (element: PackageElement, parent: TenantObject, lowering: Lowering): TenantObject[] =>
  element.grants.flatMap(({ role, resource: { object }, range }) => {
    const originSystem = originSystemOf(object.kind)
    if (originSystem === undefined) return []
    const resource = refTo(object, lowering)
    const name = `${role} ${object.kind === 'group' ? 'of' : 'in'} ${resource.name}`
    return [
      objectOf({ kind: 'resource-role-scope', parent, name, properties: { role, resource, originSystem }, range }),
    ]
  })
