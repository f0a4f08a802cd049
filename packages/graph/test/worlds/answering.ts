import type { Json, JsonObject } from '../../src/model/json.ts'
import type { HttpRequest, HttpResponse, HttpTransport } from '../../src/ports/ports.ts'

/** What is answered to a GET or POST of a path (decoded): a body, or a status with a body. */
export type Answers = { readonly [path: string]: Json | { readonly $status: number; readonly $body?: Json } }

export interface Answering extends HttpTransport {
  /** HTTP requests, in order. */
  readonly sent: readonly HttpRequest[]
  /** Paths asked for, decoded, inside batches or not. */
  readonly asked: readonly string[]
}

/** A transport that answers from a table, as Graph does 404 for what isn't in it; batches are taken apart. */
export function answering(answers: Answers): Answering {
  const sent: HttpRequest[] = []
  const asked: string[] = []
  const one = (path: string): HttpResponse => {
    const key = decodeURIComponent(path)
    asked.push(key)
    const answer = answers[key]
    if (answer === undefined)
      return {
        status: 404,
        headers: {},
        body: { error: { code: 'ResourceNotFound', message: 'The resource was not found.' } },
      }
    if (typeof answer === 'object' && answer !== null && '$status' in answer) {
      const { $status, $body } = answer as { $status: number; $body?: Json }
      return {
        status: $status,
        headers: {},
        body: $body ?? { error: { code: 'Error', message: `status ${$status}.` } },
      }
    }
    return { status: 200, headers: {}, body: answer }
  }
  return {
    sent,
    asked,
    async send(request, signal) {
      signal?.throwIfAborted()
      sent.push(request)
      if (request.path !== '/$batch') return one(request.path)
      const { requests } = request.body as unknown as { requests: { id: string; url: string }[] }
      const responses = requests.toReversed().map(({ id, url }) => {
        const { status, body } = one(url)
        return { id, status, headers: {}, ...(body === undefined ? {} : { body }) }
      })
      return { status: 200, headers: {}, body: { responses } }
    },
  }
}

export const list = (...value: readonly JsonObject[]): JsonObject => ({ value })
