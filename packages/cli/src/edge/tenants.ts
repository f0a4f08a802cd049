import type { TokenCredential } from '@azure/identity'
import { type Cloud, type HttpTransport, NotSentError } from '@entitle/graph'
import type { GraphTransportOptions, SignInOptions } from '@entitle/graph/node'
import { directorySeed } from '@entitle/language'
import type { OpenTenant, Target, Tenants } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { titleOf } from '../tenants/title.ts'
import { openSandboxFile, serveSandbox } from './sandbox-file.ts'
import { sandboxTransport } from './sandbox-transport.ts'

/** How Microsoft's clouds are reached. Tests put servers on this machine in their place; nothing that is typed can. */
export interface Reach {
  credential(options: SignInOptions): Promise<TokenCredential>
  host(cloud: Cloud): Pick<GraphTransportOptions, 'baseUrl' | 'allowLoopback'>
}

const microsoft: Reach = {
  credential: async options => (await import('@entitle/graph/node')).credentialFor(options),
  host: () => ({}),
}

/** Tenants as this machine reaches them. `say` shows a device code to the person. */
export const nodeTenants = (say: (text: string) => void, reach: Reach = microsoft): Tenants => ({
  open: target => {
    if (target.kind === 'sandbox') return openFile(target)
    return target.kind === 'server' ? openServer(target.url) : openReal(target, say, reach)
  },
  serve: serveSandbox,
})

const openFile = async (target: Target & { kind: 'sandbox' }): Promise<OpenTenant> => {
  const sandbox = await openSandboxFile(target.file, {}, target.identity)
  sandbox.seed(directorySeed(target.seed))
  return {
    transport: await sandboxTransport(sandbox),
    tenantId: sandbox.tenant.id,
    close: async () => sandbox.close(),
  }
}

const openServer = async (url: string): Promise<OpenTenant> => {
  const { sandboxCredential, graphTransport } = await import('@entitle/graph/node')
  const credential = sandboxCredential(url, 'common')
  return signedIn(graphTransport({ credential, baseUrl: url, allowLoopback: true }), credential, `${url}/.default`)
}

const openReal = async (
  { identity, auth, permissions }: Target & { kind: 'tenant' },
  say: (text: string) => void,
  reach: Reach,
): Promise<OpenTenant> => {
  const tenant = identity.id ?? identity.domain
  if (tenant === undefined)
    throw new Refusal(
      `The tenant ${titleOf(identity)} has neither an id nor a domain, so it is not known where to sign in. Add domain "…" to its declaration, or rehearse with --sandbox.`,
    )
  const { clockOff, defaultScope, graphTransport, tokenFacts } = await import('@entitle/graph/node')
  const { cloud } = identity
  const onDeviceCode: NonNullable<SignInOptions['onDeviceCode']> = ({ message }) => say(`${message}\n`)
  const credential = await reach.credential({ tenant, cloud, kind: auth, permissions, onDeviceCode })
  const transport = graphTransport({ credential, cloud, ...reach.host(cloud) })
  const opened = await signedIn(transport, credential, defaultScope(cloud))
  // After the sign-in: only a token of now says what time it is there. A sandbox may live at any time.
  const token = await credential.getToken(defaultScope(cloud))
  const off = clockOff(tokenFacts(token?.token ?? '') ?? {}, new Date())
  if (off !== undefined) throw new Refusal(`${off} Nothing was changed.`)
  return opened
}

const signedIn = async (transport: HttpTransport, credential: TokenCredential, scope: string): Promise<OpenTenant> => {
  const { tokenFacts } = await import('@entitle/graph/node')
  const token = await credential.getToken(scope).catch((error: unknown) => {
    throw error instanceof NotSentError ? new Refusal(`${error.message} Nothing was changed.`) : error
  })
  const facts = token === null ? undefined : tokenFacts(token.token)
  if (facts?.tenantId === undefined)
    throw new Refusal('Signing in gave a token that names no tenant, so it is not used. Nothing was changed.')
  return {
    transport,
    tenantId: facts.tenantId,
    ...(facts.account === undefined ? {} : { account: facts.account }),
    close: async () => {},
  }
}
