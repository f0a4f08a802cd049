import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { duplicateKey, GraphError, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyOne, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, textOf } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { accessPackages } from './access-packages.ts'
import { notBlank } from './body-rules.ts'
import { deliveredResources, scopes } from './catalog-resources.ts'
import { childrenOf, type Kind, toNoted } from './kind.ts'
import { resourceRoles, unusedRoleId, useRole } from './resource-roles.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourcerolescope */
export const roleScopes: Kind = {
  store: 'roleScope',
  type: 'accessPackageResourceRoleScope',
  guids: false,
  navigation: { role: toNoted(() => resourceRoles, '$role'), scope: toNoted(() => scopes, '$scope') },
}

const context = 'identityGovernance/entitlementManagement/accessPackages'

const resourceMissing = () =>
  new GraphError(404, 'ResourceNotFound', 'The resource was not found in the catalog of the access package.')

function objectIn(body: JsonObject, name: string): JsonObject {
  const value = body[name]
  if (isObject(value)) return value
  throw invalidModel(`The model is invalid. The ${name} field is required.`)
}

/** https://learn.microsoft.com/graph/api/accesspackage-post-resourcerolescopes */
function create(call: Call): Promise<Reply> {
  const { world } = call
  const found = required(call, accessPackages)
  const body = accept(roleScopes.type, call.body)
  const role = objectIn(body, 'role')
  const scope = objectIn(body, 'scope')
  const resource = resourceFor(call, String(found.$catalog), objectIn(role, 'resource'))
  return inCatalog(call, String(found.$catalog), () => {
    const usedRole = roleFor(call, resource, role)
    const usedScope = scopeFor(call, resource, scope)
    const id = `${usedRole.id}_${usedScope.id}`
    const key = `${found.id}/${id}`
    if (world.store.latest(roleScopes.store, key)) throw duplicateKey()
    const doc = {
      id,
      createdDateTime: world.now(),
      $key: key,
      $role: usedRole.id,
      $scope: usedScope.id,
      $resource: resource.id,
    }
    world.store.put(roleScopes.store, doc, { parent: found.id, other: resource.id, key })
    return replyOne(call, roleScopes, doc, `${context}('${found.id}')/resourceRoleScopes`, 201)
  })
}

/** The catalog's resource that a role names, by its id or by where it comes from. */
function resourceFor(call: Call, catalogId: string, reference: JsonObject): Doc {
  const id = textOf(reference.id)?.toLowerCase()
  const originId = textOf(reference.originId)?.toLowerCase()
  if (!id && !originId) throw invalidModel('The model is invalid. role.resource needs an id or an originId.')
  const resource = deliveredResources(call.world, catalogId).find(doc =>
    id ? doc.id === id : String(doc.originId).toLowerCase() === originId && doc.originSystem === reference.originSystem,
  )
  if (!resource) throw resourceMissing()
  if (id && originId && String(resource.originId).toLowerCase() !== originId) {
    throw invalidModel(`The model is invalid. The resource '${id}' does not have the originId '${originId}'.`)
  }
  return resource
}

function roleFor(call: Call, resource: Doc, role: JsonObject): Doc {
  if (role.id === unusedRoleId) {
    throw invalidModel('The model is invalid. Leave role.id out for a role that no access package has used before.')
  }
  if (notBlank(role, 'originSystem') !== resource.originSystem) throw resourceMissing()
  const used = useRole(call.world, resource, notBlank(role, 'originId'))
  if (!used || (typeof role.id === 'string' && role.id.toLowerCase() !== used.id)) {
    throw new GraphError(
      404,
      'RoleNotFound',
      `The role '${String(role.originId)}' was not found on the resource: ${String(resource.displayName)}.`,
    )
  }
  return used
}

function scopeFor(call: Call, resource: Doc, scope: JsonObject): Doc {
  const id = textOf(scope.id)?.toLowerCase()
  const originId = notBlank(scope, 'originId').toLowerCase()
  const found = childrenOf(call.world, scopes, resource.id).find(
    doc =>
      (!id || doc.id === id) &&
      String(doc.originId).toLowerCase() === originId &&
      doc.originSystem === notBlank(scope, 'originSystem'),
  )
  if (!found)
    throw new GraphError(
      404,
      'ScopeNotFound',
      `The scope '${String(scope.originId)}' was not found on the resource: ${String(resource.displayName)}.`,
    )
  return found
}

function remove(call: Call): Promise<Reply> {
  const { store } = call.world
  const found = required(call, accessPackages)
  const key = `${found.id}/${String(call.params.roleScope).toLowerCase()}`
  if (!store.get(roleScopes.store, key)) throw notFound()
  return inCatalog(call, String(found.$catalog), () => {
    store.remove(roleScopes.store, key)
    return noContent
  })
}

const path = `${em}/accessPackages/:id/resourceRoleScopes`

/** Role scopes have no list of their own: they are read by `$expand` on the access package. */
export const roleScopeRoutes: readonly Route[] = [
  { method: 'POST', path, area: 'entitlement', handle: create },
  { method: 'DELETE', path: `${path}/:roleScope`, area: 'entitlement', handle: remove },
]
