import type { Json, JsonObject } from '../model/json.ts'
import type { HttpResponse, HttpTransport } from '../ports/ports.ts'

/** Why something couldn't be read: the status, and Graph's own words. */
export interface ReadFailure {
  readonly status: number
  readonly code: string
  readonly message: string
}

export type One = { readonly item: JsonObject } | { readonly failure: ReadFailure }
export type Many = { readonly items: readonly JsonObject[] } | { readonly failure: ReadFailure }

/** What readers read from. An answer that is no success is a value; where no answer comes, the transport's error is thrown. */
export interface Source {
  one(path: string): Promise<One>
  /** A list with all its pages. */
  many(path: string): Promise<Many>
  post(path: string, body: Json): Promise<Many>
}

export function source(transport: HttpTransport, signal: AbortSignal | undefined): Source {
  const pages = async (first: HttpResponse): Promise<Many> => {
    const items: JsonObject[] = []
    const seen = new Set<string>()
    for (let page = first; ; ) {
      if (page.status !== 200 || !isObject(page.body) || !Array.isArray(page.body.value))
        return { failure: failureOf(page) }
      items.push(...(page.body.value as readonly Json[]).filter(isObject))
      const next = page.body['@odata.nextLink']
      if (typeof next !== 'string') return { items }
      if (seen.has(next))
        return { failure: { status: page.status, code: '', message: 'The pages of the list go in a circle.' } }
      seen.add(next)
      page = await transport.send({ method: 'GET', path: below(next) }, signal)
    }
  }
  return {
    async one(path) {
      const answer = await transport.send({ method: 'GET', path }, signal)
      return answer.status === 200 && isObject(answer.body) ? { item: answer.body } : { failure: failureOf(answer) }
    },
    many: async path => pages(await transport.send({ method: 'GET', path }, signal)),
    post: async (path, body) => pages(await transport.send({ method: 'POST', path, body }, signal)),
  }
}

/** A link to the next page, from the version root, so that it can travel with other requests. */
const below = (link: string): string => /^https?:\/\/[^/]+\/(?:v1\.0|beta)(\/.*)$/.exec(link)?.[1] ?? link

/** What one answer holds of a list; `more` where other pages follow. */
export const pageOf = (
  answer: HttpResponse,
): ({ readonly more: boolean } & Extract<Many, { items: unknown }>) | { readonly failure: ReadFailure } => {
  const { status, body } = answer
  if (status !== 200 || !isObject(body) || !Array.isArray(body.value)) return { failure: failureOf(answer) }
  return { items: objectsIn(body.value), more: typeof body['@odata.nextLink'] === 'string' }
}

function failureOf({ status, body }: HttpResponse): ReadFailure {
  const error = isObject(body) && isObject(body.error) ? body.error : {}
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')
  return { status, code: text(error.code), message: text(error.message) }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : []
