import type { TokenCredential } from '@azure/identity'
import { type HttpTransport, NotSentError } from '@entitle/graph'
import { directorySeed } from '@entitle/language'
import type { OpenTenant, Target, Tenants } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import { titleOf } from '../tenants/title.ts'
import { openSandboxFile, serveSandbox } from './sandbox-file.ts'
import { sandboxTransport } from './sandbox-transport.ts'

/** Tenants as this machine reaches them. `say` shows a device code to the person. */
export const nodeTenants = (say: (text: string) => void): Tenants => ({
  open: target => {
    if (target.kind === 'sandbox') return openFile(target)
    return target.kind === 'server' ? openServer(target.url) : openReal(target, say)
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
  { identity, auth, access }: Target & { kind: 'tenant' },
  say: (text: string) => void,
): Promise<OpenTenant> => {
  const tenant = identity.id ?? identity.domain
  if (tenant === undefined)
    throw new Refusal(
      `The tenant ${titleOf(identity)} has neither an id nor a domain, so it is not known where to sign in. Add domain "…" to its declaration, or rehearse with --sandbox.`,
    )
  const { credentialFor, defaultScope, graphTransport } = await import('@entitle/graph/node')
  const { cloud } = identity
  const credential = credentialFor({
    tenant,
    cloud,
    kind: auth,
    access,
    onDeviceCode: ({ message }) => say(`${message}\n`),
  })
  return signedIn(graphTransport({ credential, cloud }), credential, defaultScope(cloud))
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
