import type { Json } from '../../src/model/json.ts'
import type { HttpRequest, HttpResponse, HttpTransport } from '../../src/ports/ports.ts'

/** A short way to write a response. */
export const answer = (status: number, body?: Json, headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status,
  headers,
  body,
})

export const graphError = (
  status: number,
  code: string,
  message = 'So it is.',
  headers: HttpResponse['headers'] = {},
) => answer(status, { error: { code, message, innerError: { 'request-id': 'r-1' } } }, headers)

export type Reply =
  | HttpResponse
  | Error
  | ((request: HttpRequest) => HttpResponse | Error | Promise<HttpResponse | Error>)

/** Answers in the order of the script, then `otherwise`, and keeps what it was sent. */
export function scripted(script: readonly Reply[], otherwise: Reply = answer(200, {})) {
  const sent: HttpRequest[] = []
  const left = [...script]
  const transport: HttpTransport = {
    async send(request, signal) {
      signal?.throwIfAborted()
      sent.push(request)
      const reply = left.shift() ?? otherwise
      const given = typeof reply === 'function' ? await reply(request) : reply
      if (given instanceof Error) throw given
      return given
    },
  }
  return { transport, sent, left: () => left.length }
}
