import type { HttpTransport, TenantIdentity } from '@entitle/graph'
import { Refusal } from '../refusal.ts'
import { titleOf } from './title.ts'

interface SignedIn {
  readonly transport: HttpTransport
  readonly tenantId: string
}

/**
 * Sees to it that the account is of the tenant that the sources or the plan mean: by its id, else by its verified domains.
 * https://learn.microsoft.com/graph/api/organization-list
 * @throws {Refusal} where it is another tenant.
 */
export const checkTenant = async (
  { transport, tenantId }: SignedIn,
  identity: TenantIdentity,
  signal: AbortSignal,
): Promise<void> => {
  if (identity.id !== undefined) {
    if (identity.id.toLowerCase() === tenantId.toLowerCase()) return
    throw other(identity, `signed in to the tenant ${tenantId}, not ${identity.id}`)
  }
  const { domain } = identity
  if (domain === undefined) return
  const { status, body } = await transport.send(
    { method: 'GET', path: '/organization?$select=id,verifiedDomains' },
    signal,
  )
  // Who may manage packages may not be allowed to read the organization; the sign-in was for this domain already.
  if (status !== 200) return
  const domains = domainsIn(body)
  if (domains.length > 0 && !domains.includes(domain.toLowerCase()))
    throw other(identity, `signed in to a tenant with the domains ${domains.join(', ')}`)
}

const domainsIn = (body: unknown): readonly string[] => {
  const list = (value: unknown, key: string): readonly unknown[] => {
    const held = typeof value === 'object' && value !== null ? (value as { [name: string]: unknown })[key] : undefined
    return Array.isArray(held) ? held : []
  }
  return list(body, 'value')
    .flatMap(organization => list(organization, 'verifiedDomains'))
    .flatMap(domain => {
      const name = typeof domain === 'object' && domain !== null && 'name' in domain ? domain.name : undefined
      return typeof name === 'string' ? [name.toLowerCase()] : []
    })
}

const other = (identity: TenantIdentity, found: string): Refusal =>
  new Refusal(
    `This is not ${titleOf(identity)}: you are ${found}. Nothing was changed. Sign in with an account of ${titleOf(identity)}, or choose a sign-in with --auth.`,
  )
