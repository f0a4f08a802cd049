import { em } from '../kinds/em.ts'
import type { JsonObject } from '../model/json.ts'
import type { DirectoryKind, Ref } from '../model/tenant.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { type Many, type Source, textOf } from './source.ts'

/** What kind of directory object a resource is. Systems that Entitle doesn't know keep their ids and names. */
const kindOfOrigin = (originSystem: string): DirectoryKind =>
  originSystem === 'SharePointOnline' ? 'site' : originSystem === 'AadApplication' ? 'servicePrincipal' : 'group'

/** A reference to the group, application or site behind a resource; a site is called by its address. */
export const originRef = (originSystem: string, originId: string, name: string | undefined): Ref => {
  const $ref = kindOfOrigin(originSystem)
  return { $ref, name: $ref === 'site' ? originId : name || originId, id: originId }
}

/** The catalog's resources; `items` where they came with it. https://learn.microsoft.com/graph/api/accesspackagecatalog-list-resources */
export async function catalogResources(
  from: Source,
  catalog: { id: string; name: string },
  items?: readonly JsonObject[],
): Promise<Reading> {
  const list: Many =
    items === undefined ? await from.many(`${em}/catalogs/${encodeURIComponent(catalog.id)}/resources`) : { items }
  if ('failure' in list)
    return missed(
      { kind: 'catalog-resource', parent: catalog.id },
      notReadable(`The resources of the catalog ${catalog.name}`, list.failure),
    )
  const refOf = (raw: JsonObject) => originRef(textOf(raw.originSystem), textOf(raw.originId), textOf(raw.displayName))
  return found(
    list.items.map(
      (raw): Draft => ({
        kind: 'catalog-resource',
        id: textOf(raw.id),
        parent: catalog.id,
        properties: { originSystem: textOf(raw.originSystem), resource: refOf(raw) },
        raw,
      }),
    ),
    list.items.map(refOf).map(({ id, name }) => [id ?? '', name]),
  )
}
