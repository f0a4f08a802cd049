import type { Cloud, HttpTransport } from '@entitle/graph'
import { credentialFor, graphTransport } from '@entitle/graph/node'
import { openSandbox } from '@entitle/sandbox'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import type { Exchange } from './schema-validator.ts'

/** A tenant in which the contract is tried, and whom its directory has. */
export interface ContractTenant {
  readonly transport: HttpTransport
  readonly tenantId: string
  readonly cloud: Cloud
  /** A user principal name, and the display names of two security groups. */
  readonly user: string
  readonly groups: readonly [string, string]
  /** What everything that is made is called first, so that nothing else is touched and runs don't meet. */
  readonly prefix: string
  close(): void
}

/** Ways to a tenant; undefined where the environment doesn't say which. */
export interface Way {
  readonly name: string
  readonly missing: readonly string[]
  open(): ContractTenant
}

const user = 'anna@contoso.com'
const groups = ['Contract one', 'Contract two'] as const

const rehearsed: Way = {
  name: 'a sandbox',
  missing: [],
  open() {
    const sandbox = openSandbox()
    sandbox.seed({
      users: [{ userPrincipalName: user, displayName: 'Anna' }],
      groups: groups.map(displayName => ({ displayName })),
    })
    return {
      transport: sandboxTransport(sandbox),
      tenantId: sandbox.tenant.id,
      cloud: 'global',
      user,
      groups,
      prefix: 'Entitle contract',
      close: () => sandbox.close(),
    }
  },
}

/** What the suite does in a tenant. */
const permissions = [
  'EntitlementManagement.ReadWrite.All',
  'AccessReview.ReadWrite.All',
  'Organization.Read.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'Application.Read.All',
  'Sites.Read.All',
]

const needed = ['ENTITLE_TEST_TENANT', 'ENTITLE_TEST_USER', 'ENTITLE_TEST_GROUP', 'ENTITLE_TEST_OTHER_GROUP'] as const

/**
 * A tenant of Microsoft Entra, signed in to as `entitle` does (AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, a federated token, the Azure CLI).
 * Objects are made there and removed again: it should be one for testing. ENTITLE_TEST_CLOUD says another cloud than global.
 */
const real: Way = {
  name: 'a real tenant',
  missing: needed.filter(name => (process.env[name] ?? '') === ''),
  open() {
    const [tenantId = '', person = '', one = '', other = ''] = needed.map(name => process.env[name])
    const cloud = (process.env.ENTITLE_TEST_CLOUD ?? 'global') as Cloud
    return {
      transport: graphTransport({ credential: credentialFor({ tenant: tenantId, cloud, permissions }), cloud }),
      tenantId,
      cloud,
      user: person,
      groups: [one, other],
      prefix: `Entitle contract ${new Date().toISOString()}`,
      close: () => undefined,
    }
  },
}

export const waysToTenants: readonly Way[] = [rehearsed, real]

/** A transport that notes every exchange. */
export const noting = (inner: HttpTransport): { readonly transport: HttpTransport; readonly exchanges: Exchange[] } => {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    transport: {
      async send(request, signal) {
        const { status, headers, body } = await inner.send(request, signal)
        const { method, path, body: requestBody } = request
        exchanges.push({ method, path, requestBody, status, responseBody: body })
        return { status, headers, body }
      },
    },
  }
}
