import type { Json, JsonObject } from '../model/json.ts'
import type { HttpResponse } from '../ports/ports.ts'
import { batchAnswers, batchRequest, batchSize, partsOf } from './batch.ts'
import type { Send } from './send.ts'

/** The answers to several GETs, in their order; two and more go in `$batch`. */
export async function ask(send: Send, paths: readonly string[]): Promise<HttpResponse[]> {
  const [only] = paths
  if (only === undefined) return []
  if (paths.length === 1) return [await send({ method: 'GET', path: only })]
  const chunks = Array.from({ length: Math.ceil(paths.length / batchSize) }, (_, at) =>
    paths.slice(at * batchSize, (at + 1) * batchSize),
  )
  const answers: HttpResponse[] = []
  for (const chunk of chunks) {
    const requests = chunk.map(path => ({ method: 'GET' as const, path }))
    const response = await send(batchRequest(partsOf(requests, false)))
    const byId = batchAnswers(response)
    answers.push(...chunk.map((_, index) => byId.get(String(index + 1)) ?? { ...response, status: answered(response) }))
  }
  return answers
}

/** A `$batch` that leaves one of its parts without an answer has failed for that part. */
const answered = ({ status }: HttpResponse) => (status === 200 ? 500 : status)

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of the list in property `list`, with those of the pages after it; undefined where a page can't be read. */
export async function itemsOf(
  send: Send,
  first: HttpResponse,
  list = 'value',
): Promise<readonly JsonObject[] | undefined> {
  const items: JsonObject[] = []
  for (let page = first; ; ) {
    if (page.status !== 200 || !isObject(page.body)) return undefined
    const { [list]: value, '@odata.nextLink': next } = page.body
    if (Array.isArray(value)) items.push(...(value as readonly Json[]).filter(isObject))
    if (typeof next !== 'string') return items
    page = await send({ method: 'GET', path: next })
  }
}

/** What lies at a path such as `resource/originId`; through a list it is what lies in any of its items. */
export function valuesAt(value: Json | undefined, path: readonly string[]): readonly Json[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(item => valuesAt(item, path))
  const [head, ...rest] = path
  if (head === undefined) return value === undefined ? [] : [value]
  return isObject(value) ? valuesAt(value[head], rest) : []
}
