import { isObject, type Json, type JsonObject } from '../json.ts'
import { GraphError } from './graph-error.ts'

/** One request of a `$batch`. */
export interface BatchItem {
  readonly id: string
  readonly method: string
  /** Path and query below `/v1.0`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | undefined
  readonly dependsOn: readonly string[]
}

/** The answer to one of them. */
export interface BatchReply {
  readonly id: string
  readonly status: number
  readonly headers: Record<string, string>
  readonly body?: Json
}

const most = 20
const refuse = (message: string) => new GraphError(400, 'BadRequest', message)

/** Reads the body of a `$batch`: https://learn.microsoft.com/graph/json-batching */
export function readBatch(body: Json | undefined): BatchItem[] {
  const requests = isObject(body) ? body.requests : undefined
  if (!Array.isArray(requests)) throw refuse("Invalid batch payload format: 'requests' is required.")
  if (requests.length > most) throw refuse(`Number of batch request steps exceeds the maximum value of ${most}.`)
  const items = requests.map(readItem)
  const ids = new Set(items.map(item => item.id))
  if (ids.size < items.length) throw refuse('Batch request ids must be unique.')
  const before = new Set<string>()
  for (const item of items) {
    const stranger = item.dependsOn.find(id => !before.has(id))
    if (stranger !== undefined)
      throw refuse(`Invalid dependsOn '${stranger}' of batch request '${item.id}': it must name an earlier request.`)
    before.add(item.id)
  }
  return items
}

function readItem(item: Json): BatchItem {
  if (!isObject(item)) throw refuse('Invalid batch payload format.')
  const { id, method, url, headers, body, dependsOn } = item
  if (typeof id !== 'string' || !id) throw refuse("Batch requests need an 'id' of type string.")
  if (typeof method !== 'string' || typeof url !== 'string')
    throw refuse(`Batch request '${id}' needs 'method' and 'url'.`)
  if (/^[a-z]+:\/\//i.test(url)) throw refuse(`The url of batch request '${id}' must be relative.`)
  const named = Object.entries(isObject(headers) ? headers : {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  )
  if (body !== undefined && !named.some(([name]) => name === 'content-type')) {
    throw refuse(`Write request id : ${id} does not contain Content-Type header or body.`)
  }
  return {
    id,
    method: method.toUpperCase(),
    url: `/${url.replace(/^\/+/, '').replace(/^v1\.0\//, '')}`,
    headers: Object.fromEntries(named),
    body,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  }
}

/**
 * Runs the requests: each one as soon as those it depends on are done, the others side by side. What depends on a failed
 * request fails with 424. The answers come in no order to rely on.
 */
export async function runBatch(
  items: readonly BatchItem[],
  run: (item: BatchItem) => Promise<BatchReply>,
): Promise<JsonObject> {
  const started = new Map<string, Promise<BatchReply>>()
  for (const item of items) {
    const awaited = item.dependsOn.map(id => started.get(id))
    started.set(
      item.id,
      Promise.all(awaited).then(replies =>
        replies.some(reply => !reply || reply.status >= 400) ? failedDependency(item) : run(item),
      ),
    )
  }
  const replies = await Promise.all(started.values())
  return { responses: replies.reverse().map(reply => ({ ...reply })) }
}

function failedDependency(item: BatchItem): BatchReply {
  const error = { code: 'FailedDependency', message: 'A request that this request depends on failed.' }
  return { id: item.id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } }
}
