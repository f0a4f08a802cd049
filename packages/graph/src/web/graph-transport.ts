import type { TokenCredential } from '@azure/identity'
import type { Client, Context, Middleware } from '@microsoft/microsoft-graph-client'
import { clouds, defaultScope } from '../model/clouds.ts'
import type { Json } from '../model/json.ts'
import { firstLine, redact } from '../model/redact.ts'
import type { Cloud } from '../model/tenant.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  NotSentError,
  TransportError,
} from '../ports/ports.ts'
import { claimsChallenge } from './claims-challenge.ts'
import { isLoopback, trusted } from './loopback.ts'
import { noAnswer } from './no-answer.ts'
import { type Remembering, remembering } from './remembering.ts'

export interface GraphTransportOptions {
  readonly credential: TokenCredential
  /** Default `global`. */
  readonly cloud?: Cloud
  /** Instead of the cloud's host: `https://host` or, with `allowLoopback`, a sandbox's `http://127.0.0.1:port`. */
  readonly baseUrl?: string
  readonly allowLoopback?: boolean
  /** After how long without an answer a request counts as lost; default 100 s. */
  readonly timeoutMilliseconds?: number
  /** What sends requests; default the global one. */
  readonly fetch?: Fetch
}

/** The global `fetch`, or what answers in its place, such as a sandbox in this process. */
export type Fetch = (address: URL, init: RequestInit) => Promise<Response>

/** Keeps an error as it is on its way through Microsoft's client, which rewrites all others. */
interface Carrier extends Error {
  customError?: unknown
}

/**
 * Sends requests through Microsoft's Graph client. It neither retries nor follows redirects: the limiter decides that.
 * @throws {NotSentError} where tokens must not be sent to the address.
 * @see https://github.com/microsoftgraph/msgraph-sdk-javascript
 */
export function graphTransport(options: GraphTransportOptions): HttpTransport {
  const cloud = options.cloud ?? 'global'
  const base = trusted(options.baseUrl ?? `https://${clouds[cloud].graph}`, options.allowLoopback === true)
  const timeout = options.timeoutMilliseconds ?? 100_000
  let opened: Promise<Opened> | undefined
  return {
    async send(request, signal) {
      signal?.throwIfAborted()
      const place = placeOf(request.path, base)
      opened ??= open(options, base, defaultScope(cloud))
      const { client, raw, secrets, answered, answerChallenge } = await opened
      const signals = [AbortSignal.timeout(timeout), ...(signal === undefined ? [] : [signal])]
      const sendOnce = (): Promise<Response> => {
        const call = client
          .api(place.path)
          .responseType(raw)
          .option('signal', AbortSignal.any(signals))
          .headers({ Accept: 'application/json', ...request.headers })
        if (place.query !== '') call.query(place.query)
        return method(call, request)
      }
      try {
        const since = answered()
        const response = await sendOnce()
        const claims = claimsChallenge(response.status, response.headers.get('www-authenticate') ?? undefined)
        if (claims === undefined) return await received(response, secrets())
        // A 401 carried nothing out, so sending it again does nothing twice. A second challenge is an answer like any other.
        await answerChallenge(claims, since)
        return await received(await sendOnce(), secrets())
      } catch (error) {
        signal?.throwIfAborted()
        const cause = (error as Carrier).customError ?? error
        if (cause instanceof NotSentError || cause instanceof TransportError) throw cause
        throw new TransportError(noAnswer(cause, base.host))
      }
    },
  }
}

interface Opened extends Omit<Remembering, 'signingIn'> {
  readonly client: Client
  readonly raw: Parameters<ReturnType<Client['api']>['responseType']>[0]
}

async function open({ credential, fetch }: GraphTransportOptions, base: URL, scope: string): Promise<Opened> {
  const graph = await import('@microsoft/microsoft-graph-client')
  const providers = await import('@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js')
  const carry = (error: unknown): never => {
    throw Object.assign(new graph.GraphClientError('carried'), { customError: error })
  }
  const notSignedIn = (error: unknown) =>
    error instanceof NotSentError ? error : new NotSentError(`Signing in did not work: ${firstLine(error)}`)
  const { signingIn, ...tokens } = remembering(credential, scope, notSignedIn, carry)
  const provider = new providers.TokenCredentialAuthenticationProvider(signingIn, { scopes: [scope] })
  const authentication = new graph.AuthenticationHandler(provider)
  authentication.setNext(sender(base, carry, fetch))
  const client = graph.Client.initWithMiddleware({
    baseUrl: `https://${base.host}/`,
    defaultVersion: 'v1.0',
    middleware: authentication,
    customHosts: new Set([base.hostname]),
  })
  return { client, raw: graph.ResponseType.RAW, ...tokens }
}

/** The last link: the request itself. Microsoft's client signs https only, so loopback http is put back here. */
const sender = (base: URL, carry: (error: unknown) => never, send: Fetch = fetch): Middleware => ({
  async execute(context: Context) {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url)
    if (isLoopback(base)) url.protocol = base.protocol
    const response = await send(url, { ...context.options, redirect: 'manual' }).catch(carry)
    // Browsers don't show where a redirect leads.
    if (response.type === 'opaqueredirect')
      carry(new TransportError(`${base.host} sends on to another address, which is not followed.`))
    context.response = response
  },
})

/** Path and query below the version root. Only this Graph's own next links are followed: the token goes along. */
function placeOf(path: string, base: URL): { path: string; query: string } {
  let local = path
  if (!path.startsWith('/')) {
    const url = URL.canParse(path) ? new URL(path) : undefined
    if (url?.host !== base.host || !url.pathname.startsWith('/v1.0/'))
      throw new NotSentError(
        `The address ${url?.origin ?? 'of the next page'} is not followed, because it is not part of ${base.host}/v1.0.`,
      )
    local = url.pathname.slice('/v1.0'.length) + url.search
  }
  const at = local.indexOf('?')
  return at === -1 ? { path: local, query: '' } : { path: local.slice(0, at), query: local.slice(at) }
}

function method(call: ReturnType<Client['api']>, { method: verb, body }: HttpRequest): Promise<Response> {
  const content = body === undefined ? undefined : JSON.stringify(body)
  switch (verb) {
    case 'GET':
      return call.get()
    case 'DELETE':
      return call.delete()
    case 'POST':
      return call.post(content)
    case 'PUT':
      return call.put(content)
    case 'PATCH':
      return call.patch(content)
  }
}

/** A server may repeat what was sent to it: its errors are told to people, so tokens are taken out of them. */
async function received(response: Response, secrets: readonly string[]): Promise<HttpResponse> {
  const whole = await response.text()
  const text = response.status < 400 ? whole : redact(whole, secrets)
  return { status: response.status, headers: Object.fromEntries(response.headers), body: parsed(text) }
}

function parsed(text: string): Json | undefined {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
