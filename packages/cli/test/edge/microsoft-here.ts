import type { Cloud } from '@entitle/graph'
import { clouds, credentialFor, type SignInOptions } from '@entitle/graph/node'
import { openSandbox } from '@entitle/sandbox'
import { vi } from 'vitest'
import { desk, tenantId } from './real-tenants.ts'

type HttpClient = NonNullable<SignInOptions['httpClient']>
type Answer = Awaited<ReturnType<HttpClient['sendRequest']>>

/** Headers as Microsoft's pipeline has them. */
const headersOf = (from: Headers): Answer['headers'] => ({
  get: name => from.get(name) ?? undefined,
  has: name => from.has(name),
  set: (name, value) => from.set(name, String(value)),
  delete: name => from.delete(name),
  toJSON: () => Object.fromEntries(from),
  [Symbol.iterator]: () => from.entries(),
})

/** What was asked of the authority: the kind of grant, or the last word of the path. */
export interface Asked {
  readonly host: string
  readonly what: string
  readonly form: URLSearchParams
}

/** Where people and applications of a cloud sign in: in China, Microsoft's own library goes on at the newer of two hosts. */
export const authorityHosts = (cloud: Cloud): readonly string[] => [
  new URL(clouds[cloud].authority).host,
  ...(cloud === 'china' ? ['login.partner.microsoftonline.cn'] : []),
]

/**
 * The hosts of one of Microsoft's clouds, with a sandbox behind them: the authority, which @azure/identity itself talks to, and Graph.
 * Any other host is refused. `onPending` is called with the user code whenever somebody asks for a token and nobody has signed in yet.
 */
export function microsoft(cloud: Cloud, domain: string, sources: string) {
  const sandbox = openSandbox({ tenant: { id: tenantId, displayName: 'Contoso', domain }, creatorBecomesOwner: false })
  sandbox.seed({
    users: [{ userPrincipalName: `anna@${domain}`, roles: ['Identity Governance Administrator'] }],
    groups: [{ displayName: 'Desk' }, { displayName: 'Alpine' }],
  })
  const authorities = authorityHosts(cloud)
  const asked: Asked[] = []
  const graphHosts = new Set<string>()
  let onPending: (userCode: string) => void = () => {}
  let userCode = ''

  const httpClient: HttpClient = {
    async sendRequest(request) {
      const { host, pathname } = new URL(request.url)
      if (!authorities.includes(host)) throw new Error(`${host} is not the authority of ${cloud}.`)
      const body = typeof request.body === 'string' ? request.body : ''
      const form = new URLSearchParams(body)
      asked.push({ host, what: form.get('grant_type') ?? pathname.split('/').at(-1) ?? '', form })
      const post = request.method === 'POST'
      const response = await sandbox.fetch(
        new Request(request.url, { method: request.method, ...(post ? { body: form } : {}) }),
      )
      const bodyAsText = await response.text()
      const said = JSON.parse(bodyAsText) as { user_code?: string; error?: string }
      userCode = said.user_code ?? userCode
      if (said.error === 'authorization_pending') onPending(userCode)
      return { request, status: response.status, headers: headersOf(response.headers), bodyAsText }
    },
  }
  vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
    const url = new URL(input)
    graphHosts.add(url.host)
    if (![clouds[cloud].graph, ...authorities].includes(url.host))
      throw new Error(`${url.host} is not a host of ${cloud}.`)
    const { body, method = 'GET', headers } = init ?? {}
    return sandbox.fetch(
      new Request(url, { method, ...(headers === undefined ? {} : { headers }), ...(body ? { body } : {}) }),
    )
  })
  const at = desk(
    sources,
    async () => '',
    () => '',
    {
      credential: async options => credentialFor({ ...options, httpClient }),
      host: () => ({}),
      authority: () => undefined,
    },
  )
  /** Somebody types the code into the page of the authority. */
  const onPage = (fields: Record<string, string>) =>
    sandbox.fetch(
      new Request(`${clouds[cloud].authority}/devicelogin`, {
        method: 'POST',
        body: new URLSearchParams({ code: userCode, ...fields }),
      }),
    )
  return {
    sandbox,
    httpClient,
    asked,
    /** The kinds of what was asked of the authority for tokens. */
    grants: () => asked.map(({ what }) => what).filter(what => what !== 'openid-configuration'),
    graphHosts,
    ...at,
    pending: (then: (userCode: string) => void) => {
      onPending = then
    },
    signsIn: () => onPage({ username: `anna@${domain}` }),
    declines: () => onPage({ decision: 'decline' }),
    [Symbol.dispose]() {
      vi.unstubAllGlobals()
      at[Symbol.dispose]()
      sandbox.close()
    },
  }
}
