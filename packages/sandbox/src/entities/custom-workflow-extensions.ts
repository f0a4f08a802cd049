import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { duplicateKey, GraphError, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { complete } from '../schema/complete.ts'
import { typeNameOf } from '../schema/lookup.ts'
import { dayMs, durationMs } from '../schema/scalars.ts'
import { stageLinks } from './assignment-policy-parts.ts'
import { notBlank } from './body-rules.ts'
import { catalogs } from './catalogs.ts'
import type { Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/customcalloutextension: workflows that a catalog's policies can call. */
export const workflowExtensions: Kind = {
  store: 'workflowExtension',
  type: 'customCalloutExtension',
  guids: true,
  navigation: {},
}

const contextOf = (catalogId: string) =>
  `identityGovernance/entitlementManagement/catalogs('${catalogId}')/customWorkflowExtensions`

/** The page's second example wraps what it sends in `value`, its first doesn't; answers are wrapped in either case. */
function read(call: Call): JsonObject {
  const sent = isObject(call.body) && isObject(call.body.value) ? call.body.value : call.body
  const body = accept(workflowExtensions.type, sent)
  notBlank(body, 'displayName')
  const endpoint = body.endpointConfiguration
  if (!isObject(endpoint)) throw invalidModel('The model is invalid. The endpointConfiguration field is required.')
  if (!isObject(body.authenticationConfiguration))
    throw invalidModel('The model is invalid. The authenticationConfiguration field is required.')
  if (String(endpoint['@odata.type']).endsWith('logicAppTriggerEndpointConfiguration')) {
    for (const name of ['subscriptionId', 'resourceGroupName', 'logicAppWorkflowName']) notBlank(endpoint, name)
  }
  const timeout = isObject(body.callbackConfiguration)
    ? durationMs(String(body.callbackConfiguration.timeoutDuration))
    : undefined
  if (timeout !== undefined && timeout > 14 * dayMs)
    throw invalidModel('The model is invalid. The callback timeout must be at most 14 days.')
  return body
}

function write(call: Call, catalogId: string, body: JsonObject, kept: Partial<Doc>): Doc {
  const now = call.world.now()
  const type = typeNameOf(String(body['@odata.type']))
  const by = call.caller.displayName
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => name !== '@odata.type'))
  const id = kept.id ?? call.world.ids()
  const filled = complete(type, {
    ...own,
    createdBy: kept.createdBy ?? by,
    createdDateTime: kept.createdDateTime ?? now,
  })
  const doc = { ...filled, id, lastModifiedBy: by, lastModifiedDateTime: now, $type: type, $catalog: catalogId }
  call.world.store.put(workflowExtensions.store, doc, { parent: catalogId })
  return doc
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequestworkflowextension-get: `{"value": {…}}`. */
function wrapped({ status, body }: Reply): Reply {
  const { '@odata.context': context, ...value } = isObject(body) ? body : {}
  return { status, body: { '@odata.context': context ?? null, value } }
}

/** https://learn.microsoft.com/graph/api/accesspackagecatalog-post-accesspackagecustomworkflowextensions */
function create(call: Call): Promise<Reply> {
  const catalog = required(call, catalogs)
  const body = read(call)
  return inCatalog(call, catalog.id, () => {
    const others = call.world.store.listLatest(workflowExtensions.store, {
      parent: catalog.id,
      name: String(body.displayName),
    })
    // The list's example holds two of one name, of the two types.
    const type = typeNameOf(String(body['@odata.type']))
    if (others.some(({ doc }) => doc.$type === type)) throw duplicateKey()
    return wrapped(replyOne(call, workflowExtensions, write(call, catalog.id, body, {}), contextOf(catalog.id), 201))
  })
}

function requireExtension(call: Call): Doc {
  const found = required(call, workflowExtensions, 'extension')
  if (found.$catalog !== required(call, catalogs).id) throw notFound()
  return found
}

/** PUT, never PATCH: https://learn.microsoft.com/graph/api/accesspackageassignmentrequestworkflowextension-update */
function replace(call: Call): Promise<Reply> {
  const found = requireExtension(call)
  const body = read(call)
  if (typeNameOf(String(body['@odata.type'])) !== found.$type)
    throw invalidModel('The model is invalid. The type of a workflow extension can not change.')
  const catalogId = String(found.$catalog)
  return inCatalog(call, catalogId, () =>
    wrapped(replyOne(call, workflowExtensions, write(call, catalogId, body, found), contextOf(catalogId))),
  )
}

function remove(call: Call): Promise<Reply> {
  const { store } = call.world
  const found = requireExtension(call)
  return inCatalog(call, String(found.$catalog), () => {
    if (store.listLatest(stageLinks, { other: found.id }).length > 0) {
      throw new GraphError(
        400,
        'InvalidDeleteCustomExtensionInUse',
        `The extension: ${String(found.displayName)} can not be deleted because policies call it.`,
      )
    }
    store.remove(workflowExtensions.store, found.id)
    return noContent
  })
}

function list(call: Call): Reply {
  const { id } = required(call, catalogs)
  return replyList(call, { kind: workflowExtensions, parent: id }, contextOf(id))
}

function one(call: Call): Reply {
  const found = requireExtension(call)
  return wrapped(replyOne(call, workflowExtensions, found, contextOf(String(found.$catalog))))
}

const path = `${em}/catalogs/:id/customWorkflowExtensions`

export const workflowExtensionRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'entitlement', handle: list },
  { method: 'POST', path, area: 'entitlement', handle: create },
  { method: 'GET', path: `${path}/:extension`, area: 'entitlement', handle: one },
  { method: 'PUT', path: `${path}/:extension`, area: 'entitlement', handle: replace },
  { method: 'DELETE', path: `${path}/:extension`, area: 'entitlement', handle: remove },
]
