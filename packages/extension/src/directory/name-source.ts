import type { TenantIdentity } from '@entitle/graph'
import { workspace } from 'vscode'
import type { Entitle } from '../entitle.ts'
import type { DeclaredTenant, NamesParams } from '../language/requests.ts'
import { getSession } from '../tenant/open-tenant.ts'
import { signedInAlready } from '../tenant/sign-in.ts'
import { chooseTarget } from '../tenant/target.ts'
import type { FindSource, NameSource } from './name-lookup.ts'

type Means = Pick<Entitle, 'language' | 'sandbox' | 'engine'>

/**
 * Where names are looked up: in the sandbox while it runs, else in the tenant that is selected, or the only one that is declared, if somebody is
 * signed in there.
 */
export const nameSources =
  (entitle: Means): FindSource =>
  async params => {
    const wanted = workspace.getConfiguration('entitle').get('directory.complete', true)
    if (!workspace.isTrusted || !wanted) return undefined
    const { running } = entitle.sandbox
    if (running !== undefined) return inSandbox(entitle, await running)
    const tenants = await entitle.language.tenants()
    const chosen = workspace.getConfiguration('entitle').get('tenant', '')
    const identity = tenantMeant(tenants, params.tenant, chosen)
    return identity === undefined ? undefined : signedIn(entitle, identity, params.query.kind)
  }

/** The tenant that a text is for, or that is selected, or the only one. */
export const tenantMeant = (
  tenants: readonly DeclaredTenant[],
  said: string | undefined,
  chosen: string,
): DeclaredTenant | undefined => {
  if (said !== undefined) return tenants.find(({ name }) => name === said)
  const choice = chooseTarget({ tenants, sandboxRunning: false, chosen })
  if ('decided' in choice) return tenants.find(({ name }) => name === choice.decided.tenant)
  return 'offer' in choice && tenants.length === 1 ? tenants[0] : undefined
}

const inSandbox = (
  { engine }: Means,
  { url, transport }: Awaited<NonNullable<Means['sandbox']['running']>>,
): NameSource => ({
  key: url,
  title: 'the sandbox tenant',
  find: async (query, signal) => (await engine()).suggestNames(transport, query, signal),
})

const signedIn = async (
  entitle: Means,
  identity: TenantIdentity,
  kind: NamesParams['query']['kind'],
): Promise<NameSource | undefined> => {
  const clientId = workspace.getConfiguration('entitle').get('signIn.clientId', '')
  const { id, domain, displayName, name } = identity
  if (id === undefined && domain === undefined) return undefined
  const engine = await entitle.engine()
  const anyOf = engine.permissionsToName(kind)
  const session = await signedInAlready({ identity, graph: engine.graphOrigin(identity), clientId, getSession, anyOf })
  if (session === undefined) return undefined
  const tenantId = engine.tokenFacts(await session.token())?.tenantId
  // Somebody who is signed in to another tenant must not be offered its names.
  if (id !== undefined && tenantId !== undefined && id.toLowerCase() !== tenantId.toLowerCase()) return undefined
  const transport = engine.declaredTransport(identity, session.token, () => {})
  return {
    key: `${tenantId ?? id ?? domain} ${session.account}`,
    title: displayName === '' ? name : displayName,
    find: (query, signal) => engine.suggestNames(transport, query, signal),
  }
}
