import { groups } from '../directory/groups.ts'
import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { GraphError, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import type { Doc, JsonObject } from '../json.ts'
import { forgetPolicyReview } from '../reviews/policy-reviews.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { forgetStages } from './assignment-policy-parts.ts'
import { activeAssignments } from './assignments.ts'
import { notBlank, referencedId, withoutReadOnly } from './body-rules.ts'
import { catalogs } from './catalogs.ts'
import {
  forgetIncompatibilities,
  incompatibleGroups,
  incompatiblePackages,
  packagesIncompatibleWith,
} from './incompatibilities.ts'
import { find, type Kind, toChildren, toNoted } from './kind.ts'
import { roleScopes } from './resource-role-scopes.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackage */
export const accessPackages: Kind = {
  store: 'accessPackage',
  type: 'accessPackage',
  guids: true,
  parentPath: 'catalog/id',
  navigation: {
    catalog: toNoted(() => catalogs, '$catalog'),
    assignmentPolicies: toChildren(() => assignmentPolicies),
    resourceRoleScopes: toChildren(() => roleScopes),
    accessPackagesIncompatibleWith: packagesIncompatibleWith(() => accessPackages),
    incompatibleAccessPackages: incompatiblePackages(() => accessPackages),
    incompatibleGroups: incompatibleGroups(() => groups),
  },
}

const context = 'identityGovernance/entitlementManagement/accessPackages'

/** A package's name is taken when another one of the catalog has it, whatever its case. */
function refuseDuplicate(world: World, catalogId: string, name: string, self?: string): void {
  const others = world.store.listLatest(accessPackages.store, { parent: catalogId, name })
  if (others.some(({ doc }) => doc.id !== self)) {
    throw new GraphError(
      409,
      'DuplicateAccessPackage',
      `An access package with the name '${name}' already exists in the catalog.`,
    )
  }
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-accesspackages */
function create(call: Call): Promise<Reply> {
  const { world } = call
  const body = accept(accessPackages.type, call.body)
  const displayName = notBlank(body, 'displayName')
  const catalog = find(world, catalogs, referencedId(body, 'catalog'))
  if (!catalog) throw notFound()
  return inCatalog(call, catalog.id, () => {
    refuseDuplicate(world, catalog.id, displayName)
    const now = world.now()
    const own = withoutReadOnly(structuralPart(accessPackages.type, body))
    const doc = {
      ...complete(accessPackages.type, own),
      id: world.ids(),
      createdDateTime: now,
      modifiedDateTime: now,
      $catalog: catalog.id,
    }
    world.store.put(accessPackages.store, doc, { parent: catalog.id })
    return replyOne(call, accessPackages, doc, context, 201)
  })
}

const changeable = ['displayName', 'description', 'isHidden']

/** https://learn.microsoft.com/graph/api/accesspackage-update: name, description and isHidden; the catalog never changes. */
function update(call: Call): Promise<Reply> {
  const { world } = call
  const found = required(call, accessPackages)
  const changes: JsonObject = withoutReadOnly(accept(accessPackages.type, call.body))
  const fixed = Object.keys(changes).find(name => !changeable.includes(name))
  if (fixed)
    throw invalidModel(`The model is invalid. The property '${fixed}' of an access package can not be updated.`)
  return inCatalog(call, String(found.$catalog), () => {
    if ('displayName' in changes)
      refuseDuplicate(world, String(found.$catalog), notBlank(changes, 'displayName'), found.id)
    const latest = world.store.latest(accessPackages.store, found.id)
    world.store.put(accessPackages.store, { ...latest, ...changes, id: found.id, modifiedDateTime: world.now() })
    return noContent
  })
}

/** https://learn.microsoft.com/graph/api/accesspackage-delete: refused while anyone is assigned. */
function remove(call: Call): Promise<Reply> {
  const { world } = call
  const found = required(call, accessPackages)
  return inCatalog(call, String(found.$catalog), () => {
    if (activeAssignments(world, found.id).length > 0) {
      throw new GraphError(
        400,
        'InvalidDeleteAccessPackageHasGrants',
        `The access package: ${String(found.displayName)} can not be deleted because there are active assignments.`,
      )
    }
    forgetPackage(world, found)
    return noContent
  })
}

function forgetPackage(world: World, found: Doc): void {
  for (const kind of [assignmentPolicies, roleScopes]) {
    for (const { doc } of world.store.listLatest(kind.store, { parent: found.id })) {
      world.store.remove(kind.store, String(doc.$key ?? doc.id))
      if (kind !== assignmentPolicies) continue
      forgetStages(world, doc.id)
      forgetPolicyReview(world, doc.id)
    }
  }
  forgetIncompatibilities(world, found.id)
  world.store.remove(accessPackages.store, found.id)
}

const path = `${em}/accessPackages`

export const accessPackageRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'entitlement', handle: call => replyList(call, { kind: accessPackages }, context) },
  { method: 'POST', path, area: 'entitlement', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, accessPackages, required(call, accessPackages), context),
  },
  { method: 'PATCH', path: `${path}/:id`, area: 'entitlement', handle: update },
  { method: 'DELETE', path: `${path}/:id`, area: 'entitlement', handle: remove },
]
