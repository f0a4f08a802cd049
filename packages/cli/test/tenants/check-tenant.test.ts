import type { HttpResponse, TenantIdentity } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { checkTenant } from '../../src/tenants/check-tenant.ts'

const id = '11111111-1111-4111-8111-111111111111'
const identity = (more: Partial<TenantIdentity>): TenantIdentity => ({
  name: 'contoso',
  displayName: 'Contoso',
  cloud: 'global',
  protected: false,
  ...more,
})
const signedIn = (answer: Partial<HttpResponse> = {}) => ({
  tenantId: id,
  transport: { send: async () => ({ status: 200, headers: {}, body: undefined, ...answer }) },
})
const organization = (...domains: string[]) => ({
  body: { value: [{ id, verifiedDomains: domains.map(name => ({ name })) }] },
})
const { signal } = new AbortController()

describe('whether the tenant is the one that is meant', () => {
  it('goes by the id where one is declared', async () => {
    await checkTenant(signedIn(), identity({ id: id.toUpperCase() }), signal)
    await expect(checkTenant(signedIn(), identity({ id: 'other', domain: 'contoso.com' }), signal)).rejects.toThrow(
      `This is not contoso.com: you are signed in to the tenant ${id}, not other. Nothing was changed.`,
    )
  })

  it('goes by the verified domains otherwise', async () => {
    await checkTenant(
      signedIn(organization('Contoso.com', 'contoso.onmicrosoft.com')),
      identity({ domain: 'contoso.COM' }),
      signal,
    )
    await expect(
      checkTenant(signedIn(organization('fabrikam.com')), identity({ domain: 'contoso.com' }), signal),
    ).rejects.toThrow('signed in to a tenant with the domains fabrikam.com')
  })

  it('trusts the sign-in where the organization may not be read', async () => {
    await expect(
      checkTenant(signedIn({ status: 403 }), identity({ domain: 'contoso.com' }), signal),
    ).resolves.toBeUndefined()
    await expect(
      checkTenant(signedIn({ body: 'odd' }), identity({ domain: 'contoso.com' }), signal),
    ).resolves.toBeUndefined()
  })
})
