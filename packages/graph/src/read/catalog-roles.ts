import { filter } from '../kinds/em.ts'
import { roleName } from '../kinds/role-definitions.ts'
import type { Ref } from '../model/tenant.ts'
import { principalRef } from './directory-object.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { without } from './pick.ts'
import { isObject, type Source, textOf } from './source.ts'

/** Who holds roles in a catalog. https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
export async function catalogRoles(from: Source, catalog: { id: string; name: string }): Promise<Reading> {
  const scope = filter`appScopeId eq '/AccessPackageCatalog/${catalog.id}'`
  const list = await from.many(`/roleManagement/entitlementManagement/roleAssignments?${scope}&$expand=principal`)
  if ('failure' in list)
    return missed(
      { kind: 'catalog-role', parent: catalog.id },
      notReadable(`Who holds roles in the catalog ${catalog.name}`, list.failure),
    )
  const drafts = list.items.map((raw): Draft => {
    const id = textOf(raw.principalId)
    const principal: Ref = isObject(raw.principal)
      ? { ...principalRef(raw.principal), id }
      : { $ref: 'user', name: id, id }
    return {
      kind: 'catalog-role',
      id: textOf(raw.id),
      parent: catalog.id,
      properties: { role: roleName(textOf(raw.roleDefinitionId)), principal },
      raw: without(raw, 'principal'),
    }
  })
  const names = list.items.flatMap(({ principal }) => (isObject(principal) ? [principalRef(principal)] : []))
  return found(
    drafts,
    names.map(({ id, name }) => [id ?? '', name]),
  )
}
