import { describe, expect, it } from 'vitest'
import { requireMatch, requirePlace, tenantOf } from '../../src/tenant/right-tenant.ts'

describe('tenantOf', () => {
  it('is the tenant of the account', () => {
    expect(tenantOf('Contoso', undefined, '0f3c')).toBe('0f3c')
    expect(tenantOf('Contoso', '1', '0f3c')).toBe('0f3c')
  })

  it('is the declared one where the token tells none', () => {
    expect(tenantOf('Contoso', '0f3c', undefined)).toBe('0f3c')
  })

  it('refuses where nothing tells the tenant', () => {
    expect(() => tenantOf('Contoso', undefined, undefined)).toThrow('Add the id of Contoso')
  })
})

describe('requireMatch', () => {
  it('refuses another tenant, and says how it differs', () => {
    expect(() => requireMatch('Contoso', 'signed in to the tenant 2, not 1')).toThrow(
      'This is not Contoso: you are signed in to the tenant 2, not 1. Nothing was changed.',
    )
    expect(() => requireMatch('Contoso', undefined)).not.toThrow()
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
