import type { Json, JsonObject } from '../model/json.ts'
import type { HttpMethod, HttpRequest, HttpResponse } from '../ports/ports.ts'

/** How many requests Graph takes in one `$batch`. */
export const batchSize = 20

const batchPath = '/$batch'

/** One request inside a `$batch`. */
export interface BatchPart {
  readonly id: string
  readonly method: HttpMethod
  readonly url: string
  readonly headers?: { readonly [name: string]: string }
  readonly body?: Json
  /** Ids of the parts that must succeed before; Graph runs such parts in order. */
  readonly dependsOn?: readonly string[]
}

/** The answer to one part. */
export interface BatchAnswer extends HttpResponse {
  readonly id: string
}

/** A request that carries several. @see https://learn.microsoft.com/graph/json-batching */
export const batchRequest = (parts: readonly BatchPart[]): HttpRequest => ({
  method: 'POST',
  path: batchPath,
  body: { requests: parts.map(part => ({ ...part })) as unknown as Json },
})

/** The requests as parts, each after the one before if `chained`. Ids are `1`, `2`, … */
export const partsOf = (requests: readonly HttpRequest[], chained: boolean): BatchPart[] =>
  requests.map(({ method, path, body, headers }, index) => ({
    id: String(index + 1),
    method,
    url: path,
    ...(body === undefined
      ? headers === undefined
        ? {}
        : { headers }
      : { body, headers: { 'Content-Type': 'application/json', ...headers } }),
    ...(chained && index > 0 ? { dependsOn: [String(index)] } : {}),
  }))

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts of a request that is a `$batch`. */
export function batchParts(request: HttpRequest): readonly BatchPart[] | undefined {
  if (request.method !== 'POST' || !request.path.endsWith(batchPath) || !isObject(request.body)) return undefined
  return Array.isArray(request.body.requests) ? (request.body.requests as unknown as BatchPart[]) : undefined
}

/** The answers of a `$batch`, by the id of their part. */
export function batchAnswers(response: HttpResponse): ReadonlyMap<string, BatchAnswer> {
  const list = isObject(response.body) && Array.isArray(response.body.responses) ? response.body.responses : []
  const answers = new Map<string, BatchAnswer>()
  for (const item of list as readonly Json[]) {
    if (!isObject(item) || typeof item.status !== 'number') continue
    const headers = isObject(item.headers) ? item.headers : {}
    answers.set(String(item.id), {
      id: String(item.id),
      status: item.status,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
      body: item.body,
    })
  }
  return answers
}

/** A `$batch` response that holds these answers. */
export const batchResponse = (response: HttpResponse, answers: Iterable<BatchAnswer>): HttpResponse => ({
  ...response,
  body: {
    responses: [...answers].map(({ id, status, headers, body }) => ({
      id,
      status,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
    })),
  },
})
