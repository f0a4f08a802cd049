import { describe, expect, it } from 'vitest'
import { chooseTarget } from '../../src/tenant/target.ts'

const contoso = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: true } as const
const test = { name: 'contoso-test', displayName: '', cloud: 'global', protected: false } as const

describe('chooseTarget', () => {
  it('uses a running sandbox, whatever is declared', () => {
    const choice = chooseTarget({ tenants: [contoso], sandboxRunning: true, chosen: '' })
    expect(choice).toEqual({ decided: { kind: 'sandbox', tenant: 'contoso', title: 'the sandbox tenant' } })
  })

  it('uses a running sandbox where no tenant is declared', () => {
    const choice = chooseTarget({ tenants: [], sandboxRunning: true, chosen: '' })
    expect(choice).toEqual({ decided: { kind: 'sandbox', title: 'the sandbox tenant' } })
  })

  it('asks as which of several tenants the sandbox should pass, unless the setting says it', () => {
    const asked = chooseTarget({ tenants: [contoso, test], sandboxRunning: true, chosen: '' })
    expect('offer' in asked && asked.offer.map(({ kind, tenant }) => [kind, tenant])).toEqual([
      ['sandbox', 'contoso'],
      ['sandbox', 'contoso-test'],
    ])
    const set = chooseTarget({ tenants: [contoso, test], sandboxRunning: true, chosen: 'contoso-test' })
    expect('decided' in set && set.decided.tenant).toBe('contoso-test')
  })

  it('offers the sandbox first where nothing decides', () => {
    const choice = chooseTarget({ tenants: [contoso, test], sandboxRunning: false, chosen: '' })
    expect('offer' in choice && choice.offer.map(({ title }) => title)).toEqual([
      'the sandbox tenant',
      'Contoso',
      'contoso-test',
    ])
  })

  it('never goes to the only declared tenant without being told', () => {
    expect(chooseTarget({ tenants: [contoso], sandboxRunning: false, chosen: '' })).toHaveProperty('offer')
  })

  it('uses the tenant of the setting', () => {
    const choice = chooseTarget({ tenants: [contoso, test], sandboxRunning: false, chosen: 'contoso' })
    expect(choice).toEqual({ decided: { kind: 'declared', tenant: 'contoso', title: 'Contoso' } })
  })

  it('says so where the setting names a tenant that is not declared, even with a sandbox', () => {
    for (const sandboxRunning of [true, false])
      expect(chooseTarget({ tenants: [contoso], sandboxRunning, chosen: 'fabrikam' })).toEqual({ unknown: 'fabrikam' })
  })
})
