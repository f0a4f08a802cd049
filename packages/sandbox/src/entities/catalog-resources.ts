import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { badRequest } from '../http/graph-error.ts'
import { replyList, required } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { catalogs } from './catalogs.ts'
import { childrenOf, type Kind, toChildren, toNoted } from './kind.ts'
import { resourceRoles, rolesOf } from './resource-roles.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageresource */
export const resources: Kind = {
  store: 'resource',
  type: 'accessPackageResource',
  guids: true,
  navigation: {
    // The service leaves roles of applications out here; only catalogs/{id}/resourceRoles has them.
    roles: (world, doc) => (doc.originSystem === 'AadApplication' ? [] : rolesOf(world, doc)),
    scopes: toChildren(() => scopes),
    environment: () => [],
  },
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourcescope */
export const scopes: Kind = {
  store: 'resourceScope',
  type: 'accessPackageResourceScope',
  guids: true,
  navigation: { resource: toNoted(() => resources, '$resource') },
}

/** The catalog's resources that have been delivered by now; what was added a moment ago may still be on its way. */
export function deliveredResources(world: World, catalogId: string): Doc[] {
  const now = world.clock().getTime()
  return childrenOf(world, resources, catalogId).filter(doc => Number(doc.$deliveredAt ?? 0) <= now)
}

/** Takes a resource and its roles and scopes out of its catalog. */
export function forgetResource(world: World, id: string): void {
  for (const kind of [resourceRoles, scopes]) {
    for (const { doc } of world.store.listLatest(kind.store, { parent: id })) world.store.remove(kind.store, doc.id)
  }
  world.store.remove(resources.store, id)
}

const context = 'identityGovernance/entitlementManagement/catalogs'

function listResources(call: Call): Reply {
  const { id } = required(call, catalogs)
  return replyList(call, { kind: resources, docs: deliveredResources(call.world, id) }, `${context}('${id}')/resources`)
}

/** https://learn.microsoft.com/graph/api/accesspackagecatalog-list-resourceroles: not without a filter. */
function listRoles(call: Call): Reply {
  const { id } = required(call, catalogs)
  if (!call.search.has('$filter') && !call.search.has('filter')) {
    throw badRequest("A $filter is required, such as (originSystem eq 'AadGroup' and resource/id eq '{id}').")
  }
  const docs = deliveredResources(call.world, id).flatMap(resource => rolesOf(call.world, resource))
  return replyList(call, { kind: resourceRoles, docs }, `${context}('${id}')/resourceRoles`)
}

export const catalogResourceRoutes: readonly Route[] = [
  { method: 'GET', path: `${em}/catalogs/:id/resources`, area: 'entitlement', handle: listResources },
  { method: 'GET', path: `${em}/catalogs/:id/resourceRoles`, area: 'entitlement', handle: listRoles },
]
