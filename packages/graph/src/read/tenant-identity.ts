import type { Cloud, TenantIdentity } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { isObject, objectsIn, textOf } from './source.ts'

/**
 * Which tenant one is signed in to, as sources would declare it: with its display name and its first domain, where those can be read.
 * https://learn.microsoft.com/graph/api/organization-list
 */
export const tenantIdentity = async (
  { transport, tenantId }: { readonly transport: HttpTransport; readonly tenantId: string },
  cloud: Cloud,
  signal?: AbortSignal,
): Promise<TenantIdentity> => {
  const path = '/organization?$select=id,displayName,verifiedDomains'
  const { status, body } = await transport.send({ method: 'GET', path }, signal)
  const [organization = {}] = status === 200 && isObject(body) ? objectsIn(body.value) : []
  const domains = objectsIn(organization.verifiedDomains)
  const domain = textOf((domains.find(({ isDefault }) => isDefault === true) ?? domains[0])?.name)
  return {
    name: '',
    displayName: textOf(organization.displayName) || domain || 'Tenant',
    id: tenantId,
    ...(domain === '' ? {} : { domain }),
    cloud,
    protected: false,
  }
}
