import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { invalidModel } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type JsonObject, objectsIn } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import { notBlank, withoutReadOnly } from './body-rules.ts'
import type { Kind } from './kind.ts'
import { sponsorsOf } from './sponsors.ts'

/** https://learn.microsoft.com/graph/api/resources/connectedorganization */
export const connectedOrganizations: Kind = {
  store: 'connectedOrganization',
  type: 'connectedOrganization',
  guids: true,
  navigation: {
    internalSponsors: (world, doc) => sponsorsOf(world, doc.id, 'internalSponsors'),
    externalSponsors: (world, doc) => sponsorsOf(world, doc.id, 'externalSponsors'),
  },
}

const context = 'identityGovernance/entitlementManagement/connectedOrganizations'

function read(call: Call): JsonObject {
  return withoutReadOnly(structuralPart(connectedOrganizations.type, accept(connectedOrganizations.type, call.body)))
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-connectedorganizations */
function create(call: Call): Reply {
  const { world } = call
  const body = read(call)
  notBlank(body, 'displayName')
  if (objectsIn(body.identitySources).length !== 1) {
    throw invalidModel(
      'The model is invalid. identitySources must hold exactly one identity source when a connected organization is created.',
    )
  }
  checkSources(body)
  const now = world.now()
  const doc = {
    ...complete(connectedOrganizations.type, body),
    id: world.ids(),
    createdDateTime: now,
    modifiedDateTime: now,
  }
  world.store.put(connectedOrganizations.store, doc)
  return replyOne(call, connectedOrganizations, doc, context, 201)
}

/** https://learn.microsoft.com/graph/api/connectedorganization-update: 202 with the organization as it is now. */
function update(call: Call): Reply {
  const { world } = call
  const { id } = required(call, connectedOrganizations)
  const changes = read(call)
  if ('displayName' in changes) notBlank(changes, 'displayName')
  checkSources(changes)
  const latest = world.store.latest(connectedOrganizations.store, id)
  const doc = { ...complete(connectedOrganizations.type, { ...latest, ...changes }), id, modifiedDateTime: world.now() }
  world.store.put(connectedOrganizations.store, doc)
  return replyOne(call, connectedOrganizations, doc, context, 202)
}

const keyOfSource: Readonly<Record<string, string>> = {
  '#microsoft.graph.azureActiveDirectoryTenant': 'tenantId',
  '#microsoft.graph.crossCloudAzureActiveDirectoryTenant': 'tenantId',
  '#microsoft.graph.domainIdentitySource': 'domainName',
  '#microsoft.graph.externalDomainFederation': 'issuerUri',
  '#microsoft.graph.socialIdentitySource': 'socialIdentitySourceType',
}

function checkSources(body: JsonObject): void {
  for (const source of objectsIn(body.identitySources))
    notBlank(source, keyOfSource[String(source['@odata.type'])] ?? 'displayName')
}

function remove(call: Call): Reply {
  const { store } = call.world
  const { id } = required(call, connectedOrganizations)
  store.transaction(() => {
    for (const { doc } of store.listLatest('sponsor', { parent: id })) store.remove('sponsor', doc.id)
    store.remove(connectedOrganizations.store, id)
  })
  return noContent
}

const path = `${em}/connectedOrganizations`

export const connectedOrganizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    area: 'entitlement',
    handle: call => replyList(call, { kind: connectedOrganizations }, context),
  },
  { method: 'POST', path, area: 'entitlement', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, connectedOrganizations, required(call, connectedOrganizations), context),
  },
  { method: 'PATCH', path: `${path}/:id`, area: 'entitlement', handle: update },
  { method: 'DELETE', path: `${path}/:id`, area: 'entitlement', handle: remove },
]
