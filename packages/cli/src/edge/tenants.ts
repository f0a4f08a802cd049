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
  /** Where one signs in; undefined: the cloud's own. */
  authority(cloud: Cloud): string | undefined
}

const microsoft: Reach = {
  credential: async options => (await import('@entitle/graph/node')).credentialFor(options),
  host: () => ({}),
  authority: () => undefined,
}

/** Tenants as this machine reaches them. `say` shows a device code to the person. */
export const nodeTenants = (say: (text: string) => void, reach: Reach = microsoft): Tenants => ({
  open: target => {
    if (target.kind === 'sandbox') return openFile(target)
    return target.kind === 'server' ? openServer(target.url) : openReal(target, say, reach)
  },
  knock: async (target, signal) => {
    const { knock } = await import('@entitle/graph/node')
    return Promise.all((await addressesOf(target, reach)).map(address => knock(address, signal)))
  },
  serve: serveSandbox,
})

/** Something small to ask of each host. */
const addressesOf = async (target: Target, reach: Reach): Promise<readonly string[]> => {
  if (target.kind === 'sandbox') return []
  if (target.kind === 'server') return [`${target.url}/v1.0/me`]
  const { clouds, doorsOf } = await import('@entitle/graph/node')
  const { cloud } = target.identity
  const { baseUrl = `https://${clouds[cloud].graph}` } = reach.host(cloud)
  return doorsOf(baseUrl, reach.authority(cloud) ?? clouds[cloud].authority)
}

const openFile = async (target: Target & { kind: 'sandbox' }): Promise<OpenTenant> => {
  const sandbox = await openSandboxFile(target.file, {}, target.identity)
  sandbox.seed(directorySeed(target.seed))
  const transport = await sandboxTransport(sandbox)
  return {
    transport,
    ...(transport.token === undefined ? {} : { token: transport.token }),
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
  let way: string | undefined
  const onSignedIn: NonNullable<SignInOptions['onSignedIn']> = worked => {
    way = worked
  }
  const credential = await reach.credential({ tenant, cloud, kind: auth, permissions, onDeviceCode, onSignedIn })
  const transport = graphTransport({ credential, cloud, ...reach.host(cloud) })
  const opened = await signedIn(transport, credential, defaultScope(cloud))
  // After the sign-in: only a token of now says what time it is there. A sandbox may live at any time.
  const token = await credential.getToken(defaultScope(cloud))
  const off = clockOff(tokenFacts(token?.token ?? '') ?? {}, new Date())
  if (off !== undefined) throw new Refusal(`${off} Nothing was changed.`)
  return way === undefined ? opened : { ...opened, way }
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
    token: facts,
    ...(facts.account === undefined ? {} : { account: facts.account }),
    close: async () => {},
  }
}
