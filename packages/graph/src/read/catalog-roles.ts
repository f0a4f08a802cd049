import { filter } from '../kinds/em.ts'
import { roleName } from '../kinds/role-definitions.ts'
import type { JsonObject } from '../model/json.ts'
import type { Ref } from '../model/tenant.ts'
import { principalRef } from './directory-object.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { without } from './pick.ts'
import { isObject, type Many, type Source, textOf } from './source.ts'

const path = '/roleManagement/entitlementManagement/roleAssignments'
const scopeOf = (catalogId: string) => `/AccessPackageCatalog/${catalogId}`

/** Who holds roles in catalogs. https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
export interface RoleLists {
  of(catalog: { id: string; name: string }): Promise<Reading>
}

/** Roles are read catalog by catalog; where `wide`, those of the whole tenant at once, if whoever is signed in may do that. */
export function roleLists(from: Source, wide: boolean): RoleLists {
  let all: Promise<ReadonlyMap<string, readonly JsonObject[]> | undefined> | undefined
  const everywhere = async () => {
    const list = await from.many(`${path}?$expand=principal`)
    return 'failure' in list ? undefined : Map.groupBy(list.items, ({ appScopeId }) => textOf(appScopeId).toLowerCase())
  }
  return {
    async of(catalog) {
      if (wide) all ??= everywhere()
      const known = await all
      return rolesIn(from, catalog, known && (known.get(scopeOf(catalog.id).toLowerCase()) ?? []))
    },
  }
}

async function rolesIn(
  from: Source,
  catalog: { id: string; name: string },
  items: readonly JsonObject[] | undefined,
): Promise<Reading> {
  const inScope = filter`appScopeId eq '${scopeOf(catalog.id)}'`
  const list: Many = items === undefined ? await from.many(`${path}?${inScope}&$expand=principal`) : { items }
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
