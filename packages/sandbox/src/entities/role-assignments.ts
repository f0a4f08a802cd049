import { findPrincipal } from '../directory/directory-objects.ts'
import type { Call, Reply, Route } from '../http/call.ts'
import { mayWrite } from '../http/catalog-roles.ts'
import { duplicateKey, invalidModel } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { notBlank } from './body-rules.ts'
import type { Kind } from './kind.ts'
import { findRoleDefinition } from './role-definitions.ts'

/** The role definition whose holders own a catalog. */
export const catalogOwner = 'ae79f266-94d4-4dab-b730-feca7e132178'

/** The scope of a role that holds in one catalog. */
export const catalogScope = (catalogId: string) => `/AccessPackageCatalog/${catalogId}`

/** https://learn.microsoft.com/graph/api/resources/unifiedroleassignment */
export const roleAssignments: Kind = {
  store: 'roleAssignment',
  type: 'unifiedRoleAssignment',
  guids: true,
  navigation: {
    principal: (world, doc) => [findPrincipal(world, String(doc.principalId))].filter(found => found !== undefined),
    roleDefinition: (_world, doc) =>
      [findRoleDefinition(String(doc.roleDefinitionId))].filter(found => found !== undefined),
  },
}

const context = 'roleManagement/entitlementManagement/roleAssignments'

/** Gives a principal a role in a scope, unless it has it already. */
export function grantRole(world: World, principalId: string, roleDefinitionId: string, appScopeId: string): Doc {
  const same = world.store
    .listLatest(roleAssignments.store, { parent: appScopeId })
    .find(({ doc }) => doc.principalId === principalId && doc.roleDefinitionId === roleDefinitionId)
  if (same) return same.doc
  const id = world.ids()
  const doc = { ...complete(roleAssignments.type, { id, principalId, roleDefinitionId, appScopeId }), id }
  world.store.put(roleAssignments.store, doc, { parent: appScopeId, other: principalId })
  return doc
}

/** https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments */
function create(call: Call): Reply {
  const { world } = call
  const body = accept(roleAssignments.type, call.body)
  const principalId = notBlank(body, 'principalId').toLowerCase()
  const roleDefinitionId = notBlank(body, 'roleDefinitionId').toLowerCase()
  const appScopeId = notBlank(body, 'appScopeId')
  if (!findPrincipal(world, principalId))
    throw invalidModel(`The model is invalid. There is no principal '${principalId}'.`)
  if (!findRoleDefinition(roleDefinitionId))
    throw invalidModel(`The model is invalid. There is no role definition '${roleDefinitionId}'.`)
  const catalogId = /^\/AccessPackageCatalog\/([^/]+)$/i.exec(appScopeId)?.[1]?.toLowerCase()
  if (appScopeId !== '/' && !(catalogId && world.store.get('catalog', catalogId))) {
    throw invalidModel(`The model is invalid. '${appScopeId}' is no scope of entitlement management.`)
  }
  const scope = catalogId ? catalogScope(catalogId) : '/'
  mayWrite(call, catalogId ?? '/')
  const held = world.store.listLatest(roleAssignments.store, { parent: scope })
  if (held.some(({ doc }) => doc.principalId === principalId && doc.roleDefinitionId === roleDefinitionId))
    throw duplicateKey()
  return replyOne(call, roleAssignments, grantRole(world, principalId, roleDefinitionId, scope), context, 201)
}

function remove(call: Call): Reply {
  const found = required(call, roleAssignments)
  mayWrite(call, String(found.appScopeId).replace('/AccessPackageCatalog/', ''))
  call.world.store.remove(roleAssignments.store, found.id)
  return noContent
}

const path = `/${context}`

export const roleAssignmentRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'roles', handle: call => replyList(call, { kind: roleAssignments }, context) },
  { method: 'POST', path, area: 'roles', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'roles',
    handle: call => replyOne(call, roleAssignments, required(call, roleAssignments), context),
  },
  { method: 'DELETE', path: `${path}/:id`, area: 'roles', handle: remove },
]
