import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { GraphError, invalidModel, notFound, notImplemented } from '../http/graph-error.ts'
import { replyList, replyOne } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import { notBlank, referencedId } from './body-rules.ts'
import { deliveredResources, forgetResource, resources, scopes } from './catalog-resources.ts'
import { catalogs } from './catalogs.ts'
import { find, type Kind, toNoted } from './kind.ts'
import { findOrigin } from './resource-origins.ts'
import { ownsOrigin } from './resource-ownership.ts'
import { roleScopes } from './resource-role-scopes.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourcerequest */
export const resourceRequests: Kind = {
  store: 'resourceRequest',
  type: 'accessPackageResourceRequest',
  guids: true,
  parentPath: 'catalog/id',
  navigation: { catalog: toNoted(() => catalogs, '$catalog'), resource: toNoted(() => resources, '$resource') },
}

const context = 'identityGovernance/entitlementManagement/resourceRequests'

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-resourcerequests */
function create(call: Call): Promise<Reply> {
  const { world } = call
  const body = accept(resourceRequests.type, call.body)
  const catalog = find(world, catalogs, referencedId(body, 'catalog'))
  if (!catalog) throw notFound()
  const resource = body.resource
  if (!isObject(resource)) throw invalidModel('The model is invalid. The resource field is required.')
  return inCatalog(call, catalog.id, () => {
    const resourceId = carryOut(call, String(body.requestType), catalog, resource)
    const id = world.ids()
    const doc = {
      ...complete(resourceRequests.type, structuralPart(resourceRequests.type, body)),
      id,
      state: 'delivered',
      createdDateTime: world.now(),
      $catalog: catalog.id,
      $resource: resourceId,
    }
    world.store.put(resourceRequests.store, doc, { parent: catalog.id })
    return replyOne(call, resourceRequests, doc, context, 201)
  })
}

function carryOut(call: Call, requestType: string, catalog: Doc, resource: JsonObject): string {
  if (requestType === 'adminAdd') return add(call, catalog, resource)
  if (requestType === 'adminRemove') return remove(call, catalog, referencedId({ resource }, 'resource'))
  if (requestType === 'adminUpdate') throw notImplemented('resource requests of type adminUpdate')
  throw invalidModel(`The model is invalid. The requestType '${requestType}' is not valid for a resource request.`)
}

function add(call: Call, catalog: Doc, resource: JsonObject): string {
  const { world } = call
  const origin = findOrigin(world, notBlank(resource, 'originSystem'), notBlank(resource, 'originId'))
  if (!ownsOrigin(call, origin)) {
    throw new GraphError(400, 'CallerNotResourceOwner', 'The caller is not the resource owner.')
  }
  const there = world.store.listLatest(resources.store, { parent: catalog.id })
  if (there.some(({ doc }) => doc.originSystem === origin.originSystem && doc.originId === origin.originId)) {
    throw new GraphError(400, 'ResourceAlreadyOnboarded', 'The specified resource is already onboarded to ELM.')
  }
  const id = world.ids()
  const now = world.now()
  const known = {
    id,
    displayName: origin.displayName,
    description: origin.description,
    originId: origin.originId,
    originSystem: origin.originSystem,
    createdDateTime: now,
    modifiedDateTime: now,
    attributes: resource.attributes ?? [],
    $catalog: catalog.id,
    $deliveredAt: world.clock().getTime() + world.behaviour.resourceDelayMs,
  }
  world.store.put(resources.store, { ...complete(resources.type, known), id }, { parent: catalog.id })
  const scopeId = world.ids()
  const scope = {
    id: scopeId,
    description: 'Root Scope',
    displayName: 'Root',
    isRootScope: true,
    originId: origin.originId,
    originSystem: origin.originSystem,
    $resource: id,
  }
  world.store.put(scopes.store, scope, { parent: id })
  return id
}

function remove(call: Call, catalog: Doc, id: string): string {
  const { world } = call
  const resource = deliveredResources(world, catalog.id).find(doc => doc.id === id)
  if (!resource) throw notFound()
  if (world.store.listLatest(roleScopes.store, { other: id }).length > 0) {
    throw new GraphError(
      400,
      'InvalidDeleteResourceHasEntitlements',
      `The resource: ${String(resource.displayName)} can not be deleted because there are active entitlements.`,
    )
  }
  forgetResource(world, id)
  return id
}

function one(call: Call): Reply {
  const found = find(call.world, resourceRequests, String(call.params.id).toLowerCase())
  if (!found) throw notFound()
  return replyOne(call, resourceRequests, found, context)
}

export const resourceRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${em}/resourceRequests`,
    area: 'entitlement',
    handle: call => replyList(call, { kind: resourceRequests }, context),
  },
  { method: 'POST', path: `${em}/resourceRequests`, area: 'entitlement', handle: create },
  { method: 'GET', path: `${em}/resourceRequests/:id`, area: 'entitlement', handle: one },
]
