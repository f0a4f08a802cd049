import type { TenantIdentity } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'

/**
 * How the tenant that one is signed in to differs from the one that is meant, by its id, else by its verified domains: `signed in to the
 * tenant …, not …`. Undefined where it is the one, or where that can't be read.
 * https://learn.microsoft.com/graph/api/organization-list
 */
export const tenantMismatch = async (
  { transport, tenantId }: { readonly transport: HttpTransport; readonly tenantId: string },
  { id, domain }: TenantIdentity,
  signal?: AbortSignal,
): Promise<string | undefined> => {
  if (id !== undefined)
    return id.toLowerCase() === tenantId.toLowerCase() ? undefined : `signed in to the tenant ${tenantId}, not ${id}`
  if (domain === undefined) return undefined
  const { status, body } = await transport.send(
    { method: 'GET', path: '/organization?$select=id,verifiedDomains' },
    signal,
  )
  // Who may manage packages may not be allowed to read the organization; the sign-in was for this domain already.
  const domains = status === 200 ? domainsIn(body) : []
  return domains.length === 0 || domains.includes(domain.toLowerCase())
    ? undefined
    : `signed in to a tenant with the domains ${domains.join(', ')}`
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
