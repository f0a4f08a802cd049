import type { TenantIdentity } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { meantTenant } from '../../src/tenants/meant-tenant.ts'

const contoso: TenantIdentity = {
  name: 'contoso',
  displayName: 'Contoso',
  domain: 'contoso.com',
  id: '8a1f1c3e-0d2b-4b60-9d5e-0c7a4f7a1b22',
  cloud: 'global',
  protected: true,
}
const fabrikam: TenantIdentity = {
  name: 'fabrikam',
  displayName: 'Fabrikam',
  domain: 'fabrikam.com',
  cloud: 'global',
  protected: false,
}
const meant = (typed: string | undefined, declared: readonly TenantIdentity[], sandbox?: true) =>
  meantTenant(
    { ...(typed === undefined ? {} : { tenant: typed }), ...(sandbox === undefined ? {} : { sandbox }) },
    declared,
    'audit',
  )

describe('which tenant is meant', () => {
  it('is a declared one by its name, its domain or its id', () => {
    for (const typed of ['contoso', 'Contoso.com', contoso.id?.toUpperCase()])
      expect(meant(typed, [fabrikam, contoso])).toBe(contoso)
  })

  it('is one that nobody declares by a domain or an id', () => {
    expect(meant('Litware.com', [contoso])).toMatchObject({ name: '', domain: 'litware.com', protected: false })
    expect(meant('6F3C0000-0000-4000-8000-000000000001', [])).toMatchObject({
      name: '',
      id: '6f3c0000-0000-4000-8000-000000000001',
    })
    expect(() => meant('litware', [contoso])).toThrow(
      'litware is neither a domain such as contoso.com, nor the id of a tenant, nor a tenant that the folder declares. Declared in the folder: contoso.',
    )
  })

  it('is the only one that is declared, or the sandbox’s', () => {
    expect(meant(undefined, [contoso])).toBe(contoso)
    expect(meant(undefined, [], true)).toBeUndefined()
    expect(() => meant(undefined, [])).toThrow('It is not known which tenant to audit.')
    expect(() => meant(undefined, [contoso, fabrikam])).toThrow('say which with --tenant contoso|fabrikam.')
  })
})
