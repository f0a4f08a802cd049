import type { Json, JsonObject } from '../model/json.ts'
import type { HttpRequest, HttpResponse, HttpTransport } from '../ports/ports.ts'

/** How many requests Graph takes in one `$batch`. https://learn.microsoft.com/graph/json-batching */
const most = 20
/** How many turns of waiting code may take until what it asks for counts as asked at the same time. */
const patience = 40

interface Waiting {
  readonly request: HttpRequest
  readonly signal: AbortSignal | undefined
  readonly resolve: (response: HttpResponse) => void
  readonly reject: (error: unknown) => void
}

/** A transport that sends reads which are asked for at the same time together. */
export interface BatchingTransport extends HttpTransport {
  /** How many requests went out. */
  readonly requests: number
}

const known = new WeakSet<HttpTransport>()
const isBatching = (transport: HttpTransport): transport is BatchingTransport => known.has(transport)

/** Lets readers ask for one thing at a time, and few requests go out all the same. A batching transport is returned as it is. */
export function batching(
  transport: HttpTransport,
  onSent: (requests: number) => void = () => undefined,
): BatchingTransport {
  if (isBatching(transport)) return transport
  let queue: Waiting[] = []
  let requests = 0
  const sendOut = (request: HttpRequest, signal: AbortSignal | undefined) => {
    requests += 1
    onSent(requests)
    return transport.send(request, signal)
  }
  const flush = async () => {
    for (let turn = 0; turn < patience; turn += 1) await undefined
    const waiting = queue
    queue = []
    for (let start = 0; start < waiting.length; start += most)
      void together(waiting.slice(start, start + most), sendOut)
  }
  const batchingTransport: BatchingTransport = {
    get requests() {
      return requests
    },
    send(request, signal) {
      if (!mayTravel(request)) return sendOut(request, signal)
      return new Promise((resolve, reject) => {
        queue.push({ request, signal, resolve, reject })
        if (queue.length === 1) void flush()
      })
    },
  }
  known.add(batchingTransport)
  return batchingTransport
}

const mayTravel = ({ method, path }: HttpRequest) =>
  path.startsWith('/') && (method === 'GET' || (method === 'POST' && path === '/directoryObjects/getByIds'))

async function together(
  waiting: readonly Waiting[],
  send: (request: HttpRequest, signal: AbortSignal | undefined) => Promise<HttpResponse>,
): Promise<void> {
  const [first] = waiting
  if (first === undefined) return
  try {
    if (waiting.length === 1) return first.resolve(await send(first.request, first.signal))
    const response = await send(batchOf(waiting), first.signal)
    const answers = answersIn(response)
    for (const [index, { resolve }] of waiting.entries())
      resolve(response.status === 200 ? (answers.get(String(index + 1)) ?? unanswered) : response)
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}

const unanswered: HttpResponse = { status: 500, headers: {}, body: undefined }

const batchOf = (waiting: readonly Waiting[]): HttpRequest => ({
  method: 'POST',
  path: '/$batch',
  body: {
    requests: waiting.map(({ request: { method, path, body } }, index) => ({
      id: String(index + 1),
      method,
      url: path,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
    })),
  },
})

function answersIn({ body }: HttpResponse): ReadonlyMap<string, HttpResponse> {
  const responses = isObject(body) && Array.isArray(body.responses) ? (body.responses as readonly Json[]) : []
  return new Map(
    responses.filter(isObject).map(part => [
      String(part.id),
      {
        status: typeof part.status === 'number' ? part.status : 500,
        headers: isObject(part.headers) ? lowered(part.headers) : {},
        body: part.body,
      },
    ]),
  )
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lowered = (headers: JsonObject) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
