import { derivedId } from '../directory/derived-id.ts'
import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { GraphError } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import type { JsonObject } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { accessPackages } from './access-packages.ts'
import { notBlank, withoutReadOnly } from './body-rules.ts'
import { deliveredResources, forgetResource, resources, scopes } from './catalog-resources.ts'
import { workflowExtensions } from './custom-workflow-extensions.ts'
import { childrenOf, type Kind, toChildren } from './kind.ts'
import { rolesOf } from './resource-roles.ts'
import { catalogOwner, catalogScope, grantRole, roleAssignments } from './role-assignments.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export const catalogs: Kind = {
  store: 'catalog',
  type: 'accessPackageCatalog',
  guids: true,
  navigation: {
    accessPackages: toChildren(() => accessPackages),
    customWorkflowExtensions: toChildren(() => workflowExtensions),
    resources: (world, doc) => deliveredResources(world, doc.id),
    resourceRoles: (world, doc) => deliveredResources(world, doc.id).flatMap(resource => rolesOf(world, resource)),
    resourceScopes: (world, doc) =>
      deliveredResources(world, doc.id).flatMap(resource => childrenOf(world, scopes, resource.id)),
  },
}

const context = 'identityGovernance/entitlementManagement/catalogs'

/** The catalog that every tenant has from the start. */
export function addGeneralCatalog(world: World): void {
  const general = derivedId('catalog', 'General')
  const now = world.now()
  const doc = complete(catalogs.type, {
    id: general,
    displayName: 'General',
    description: 'Built-in catalog.',
    catalogType: 'serviceDefault',
    createdDateTime: now,
    modifiedDateTime: now,
  })
  world.store.put(catalogs.store, { ...doc, id: general, $catalog: general })
}

function read(call: Call): JsonObject {
  return withoutReadOnly(structuralPart(catalogs.type, accept(catalogs.type, call.body)))
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-catalogs */
function create(call: Call): Reply {
  const { world } = call
  const body = read(call)
  notBlank(body, 'displayName')
  const now = world.now()
  const filled = complete(catalogs.type, body)
  const id = world.ids()
  const doc = { ...filled, id, catalogType: 'userManaged', createdDateTime: now, modifiedDateTime: now, $catalog: id }
  world.store.transaction(() => {
    world.store.put(catalogs.store, doc)
    if (world.behaviour.creatorBecomesOwner) grantRole(world, call.caller.objectId, catalogOwner, catalogScope(doc.id))
  })
  return replyOne(call, catalogs, doc, context, 201)
}

function update(call: Call): Promise<Reply> {
  const { world } = call
  const { id } = required(call, catalogs)
  const changes = read(call)
  if ('displayName' in changes) notBlank(changes, 'displayName')
  return inCatalog(call, id, () => {
    const latest = world.store.latest(catalogs.store, id)
    world.store.put(catalogs.store, { ...latest, ...changes, id, modifiedDateTime: world.now() })
    return noContent
  })
}

/** https://learn.microsoft.com/graph/api/accesspackagecatalog-delete: only once no access package is left in it. */
function remove(call: Call): Promise<Reply> {
  const { world } = call
  const catalog = required(call, catalogs)
  return inCatalog(call, catalog.id, () => {
    if (catalog.catalogType !== 'userManaged') {
      throw new GraphError(
        400,
        'InvalidDeleteCatalog',
        `The catalog: ${String(catalog.displayName)} is built in and can not be deleted.`,
      )
    }
    if (world.store.listLatest(accessPackages.store, { parent: catalog.id }).length > 0) {
      throw new GraphError(
        400,
        'InvalidDeleteCatalogHasAccessPackages',
        `The catalog: ${String(catalog.displayName)} can not be deleted because it contains access packages.`,
      )
    }
    for (const { doc } of world.store.listLatest(resources.store, { parent: catalog.id })) forgetResource(world, doc.id)
    for (const kind of [workflowExtensions, roleAssignments]) {
      const parent = kind === roleAssignments ? catalogScope(catalog.id) : catalog.id
      for (const { doc } of world.store.listLatest(kind.store, { parent })) world.store.remove(kind.store, doc.id)
    }
    world.store.remove(catalogs.store, catalog.id)
    return noContent
  })
}

const path = `${em}/catalogs`

export const catalogRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'entitlement', handle: call => replyList(call, { kind: catalogs }, context) },
  { method: 'POST', path, area: 'entitlement', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, catalogs, required(call, catalogs), context),
  },
  { method: 'PATCH', path: `${path}/:id`, area: 'entitlement', handle: update },
  { method: 'DELETE', path: `${path}/:id`, area: 'entitlement', handle: remove },
  {
    method: 'GET',
    path: `${path}/:id/accessPackages`,
    area: 'entitlement',
    handle: call =>
      replyList(
        call,
        { kind: accessPackages, parent: required(call, catalogs).id },
        `${context}('${call.params.id}')/accessPackages`,
      ),
  },
]
