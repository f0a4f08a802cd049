import { type HttpResponse, type HttpTransport, type Json, type TokenFacts, TransportError } from '@entitle/graph'
import { tokenFacts } from '@entitle/graph/node'
import type { Sandbox } from '@entitle/sandbox'

const origin = 'http://sandbox.invalid'

/** A transport, and what the token says with which it sends. */
export interface SandboxTransport extends HttpTransport {
  readonly token?: TokenFacts
}

/** Sends requests to a sandbox in this process, signed in as the application `entitle`. */
export const sandboxTransport = async (
  sandbox: Sandbox,
  permissions?: readonly string[],
): Promise<SandboxTransport> => {
  const token = await signIn(sandbox, permissions)
  const facts = tokenFacts(token)
  return {
    ...(facts === undefined ? {} : { token: facts }),
    async send({ method, path, body, headers }, signal) {
      signal?.throwIfAborted()
      const url = path.startsWith('/') ? `${origin}/v1.0${path}` : path
      const request = new Request(url, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers, Authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      })
      return received(await sandbox.fetch(request).catch(cut))
    },
  }
}

const cut = (): never => {
  throw new TransportError('The sandbox cut the connection.')
}

const received = async (response: Response): Promise<HttpResponse> => {
  const text = await response.text()
  const body = text === '' ? undefined : (JSON.parse(text) as Json)
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

const signIn = async (sandbox: Sandbox, permissions: readonly string[] | undefined): Promise<string> => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'entitle',
    client_secret: 'sandbox',
    scope: `${origin}/.default`,
    ...(permissions === undefined ? {} : { sandbox_roles: permissions.join(' ') }),
  })
  const request = new Request(`${origin}/${sandbox.tenant.id}/oauth2/v2.0/token`, { method: 'POST', body: form })
  const answer = (await (await sandbox.fetch(request)).json()) as { readonly access_token?: string }
  if (answer.access_token === undefined) throw new Error('The sandbox gave no token.')
  return answer.access_token
}
