import type { Kind } from '../entities/kind.ts'
import { find } from '../entities/kind.ts'
import type { Doc, JsonObject } from '../json.ts'
import { readPage, type Source } from '../odata/pages.ts'
import { checkShape, present } from '../odata/present.ts'
import { queryOptionsOf } from '../odata/query-options.ts'
import { searchOf } from '../odata/search.ts'
import type { Call, Reply } from './call.ts'
import { mayRead, unauthorized } from './catalog-roles.ts'
import { badRequest, notFound } from './graph-error.ts'

export const noContent: Reply = { status: 204 }

/** A page of a collection, with the query options of the call. `context` is the collection's path below `/v1.0/`. */
export function replyList(call: Call, source: Source, context: string): Reply {
  const options = queryOptionsOf(call.search, source.searches)
  checkShape(source.kind.type, options, source.kind.guids)
  const sought = source.searches ? searched(call, source) : source
  const page = readPage(call.world, call.roles ? { ...sought, only: doc => mayRead(call, doc) } : sought, options)
  const body: JsonObject = { '@odata.context': contextUrl(call, context, options.select) }
  if (page.count !== undefined) body['@odata.count'] = page.count
  if (page.next !== undefined) body['@odata.nextLink'] = nextLink(call, page.next)
  body.value = page.docs.map(doc => present(call.world, source.kind.type, doc, options))
  return { status: 200, body }
}

/** What `$search` leaves of a collection of directory objects. */
function searched(call: Call, source: Source): Source {
  const text = call.search.get('$search')
  if (text === null) return source
  if (!call.eventual) throw badRequest(eventually, 'Request_UnsupportedQuery')
  return { ...source, only: searchOf(text, source.kind.type) }
}

const eventually =
  "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"

/** One object, with `$select` and `$expand` of the call. */
export function replyOne(call: Call, kind: Kind, doc: Doc, context: string, status = 200): Reply {
  const options = queryOptionsOf(call.search)
  checkShape(kind.type, options, kind.guids)
  const body = {
    '@odata.context': `${contextUrl(call, context, options.select)}/$entity`,
    ...present(call.world, kind.type, doc, options),
  }
  return { status, body }
}

/** The object that a path parameter names, or 404. */
export function required(call: Call, kind: Kind, parameter = 'id'): Doc {
  const doc = find(call.world, kind, String(call.params[parameter]).toLowerCase())
  if (call.roles && !(doc && mayRead(call, doc))) throw unauthorized()
  if (!doc) throw notFound()
  return doc
}

function contextUrl(call: Call, context: string, select: readonly string[] | undefined): string {
  return `${call.origin}/v1.0/$metadata#${context}${select ? `(${select.join(',')})` : ''}`
}

function nextLink(call: Call, place: string): string {
  const search = new URLSearchParams(call.search)
  search.delete('$skip')
  search.delete('$skiptoken')
  search.append('$skiptoken', place)
  const query = [...search].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `${call.origin}${encodeURI(call.path)}?${query}`
}
