import { type HttpRequest, type HttpResponse, type HttpTransport, TransportError } from '@entitle/graph'
import { graphTransport, sandboxCredential } from '@entitle/graph/node'
import type { Sandbox } from '@entitle/sandbox'

export interface SandboxTransportOptions {
  /** The permissions that the token carries; without it, all that the sandbox knows. */
  readonly permissions?: readonly string[]
  /** After how many real milliseconds without an answer the request counts as lost; default never. */
  readonly timeoutMilliseconds?: number
}

const origin = 'https://graph.microsoft.com'

/**
 * Sends requests to a sandbox of this process, without a socket. The token is fetched before the first request and again
 * when it has run out, so `sandbox.requests` holds those exchanges too; fault rules spare them when their path says `/v1.0`.
 */
export function sandboxTransport(sandbox: Sandbox, options: SandboxTransportOptions = {}): HttpTransport {
  let token: Promise<string> | undefined
  const send = async (request: HttpRequest, bearer: string, signal?: AbortSignal): Promise<HttpResponse> => {
    const signals = [signal, timeout(options)].filter(each => each !== undefined)
    const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) }
    const response = await sandbox.fetch(
      new Request(request.path.startsWith('https:') ? request.path : `${origin}/v1.0${request.path}`, {
        method: request.method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...request.headers },
        signal: AbortSignal.any(signals),
        ...body,
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  return {
    async send(request, signal) {
      token ??= signIn(sandbox, options.permissions)
      try {
        const response = await send(request, await token, signal)
        if (!isUnsigned(response)) return response
        token = signIn(sandbox, options.permissions)
        return await send(request, await token, signal)
      } catch (error) {
        signal?.throwIfAborted()
        throw new TransportError(error instanceof Error ? error.message : String(error))
      }
    },
  }
}

/** Whether the token has run out; a `$batch` says so of each part. */
const isUnsigned = ({ status, body }: HttpResponse): boolean =>
  status === 401 || JSON.stringify(body ?? null).includes('"code":"InvalidAuthenticationToken"')

const timeout = ({ timeoutMilliseconds }: SandboxTransportOptions) =>
  timeoutMilliseconds === undefined ? undefined : AbortSignal.timeout(timeoutMilliseconds)

async function signIn(sandbox: Sandbox, permissions: readonly string[] | undefined): Promise<string> {
  const response = await sandbox.fetch(
    new Request(`https://login.microsoftonline.com/${sandbox.tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'entitle',
        client_secret: 'sandbox',
        scope: `${origin}/.default`,
        ...(permissions === undefined ? {} : { sandbox_roles: permissions.join(' ') }),
      }),
    }),
  )
  const { access_token } = (await response.json()) as { access_token?: string }
  if (access_token === undefined) throw new Error(`The sandbox gave no token (${response.status}).`)
  return access_token
}

/** Sends requests to a sandbox that listens at `url`, as `entitle` does: through Microsoft's client and a real socket. */
export const servedSandboxTransport = (url: string, tenantId: string): HttpTransport =>
  graphTransport({ credential: sandboxCredential(url, tenantId), baseUrl: url, allowLoopback: true })
