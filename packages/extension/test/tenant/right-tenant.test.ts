import { describe, expect, it } from 'vitest'
import { requirePlace, requireTenant } from '../../src/tenant/right-tenant.ts'

describe('requireTenant', () => {
  it('takes the tenant that is meant, whatever the case of its id', () => {
    expect(requireTenant('Contoso', '0F3C', '0f3c')).toBe('0f3c')
  })

  it('takes the tenant of the account where a domain is declared', () => {
    expect(requireTenant('Contoso', undefined, '0f3c')).toBe('0f3c')
  })

  it('takes the declared id where the token tells none', () => {
    expect(requireTenant('Contoso', '0f3c', undefined)).toBe('0f3c')
  })

  it('refuses another tenant, and names both', () => {
    expect(() => requireTenant('Contoso', '1', '2')).toThrow(
      'This is not Contoso: you are signed in to the tenant 2, not 1. Nothing was changed.',
    )
  })

  it('refuses where nothing tells the tenant', () => {
    expect(() => requireTenant('Contoso', undefined, undefined)).toThrow('Add the id of Contoso')
  })
})

describe('requirePlace', () => {
  const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false } as const

  it('refuses a declaration without id and domain, with the form that helps', () => {
    expect(() => requirePlace(identity)).toThrow('domain "contoso.com"')
    expect(() => requirePlace({ ...identity, domain: 'contoso.com' })).not.toThrow()
    expect(() => requirePlace({ ...identity, id: '1' })).not.toThrow()
  })
})
