import { describe, expect, it } from 'vitest'
import { driftFindings } from '../../src/views/drift-findings.ts'
import { packageAt, policyAt, step } from '../plan-samples.ts'

describe('drift as findings', () => {
  it('lies on the declaration and tells the tenant’s value and the declared one', () => {
    const changed = step(policyAt('Alpine', 'Suppliers'), 'update', {
      changes: [{ path: 'description', before: 'From the portal', after: 'As declared' }],
    })
    expect(driftFindings([changed])).toEqual([
      {
        rule: 'changed-in-tenant',
        severity: 'warning',
        message: 'Policy Suppliers differs in the tenant: description is From the portal, declared As declared.',
        place: { kind: 'source', range: changed.origin?.range },
      },
    ])
  })

  it('tells a missing object once, without what lies in it', () => {
    const found = driftFindings([
      step(packageAt('Alpine'), 'create'),
      step(policyAt('Alpine', 'Suppliers'), 'create'),
      step(packageAt('Alpine 2'), 'create'),
    ])
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['missing-in-tenant', 'Package Alpine is declared and not in the tenant.'],
      ['missing-in-tenant', 'Package Alpine 2 is declared and not in the tenant.'],
    ])
  })

  it('does not call missing what would be made anew, and tells it once', () => {
    const address = policyAt('Alpine', 'Suppliers')
    const found = driftFindings([
      step(address, 'delete', { reason: 'replaced' }),
      step(address, 'create', { reason: 'replaced' }),
    ])
    expect(found.map(({ message }) => message)).toEqual(['Policy Suppliers is not as declared in the tenant.'])
  })

  it('lies on the tenant’s object where no source declares it', () => {
    const { origin: _, ...bare } = step(packageAt('Alpine'), 'create')
    expect(driftFindings([bare]).map(({ place }) => place)).toEqual([{ kind: 'tenant', address: packageAt('Alpine') }])
  })

  it('is nothing where nothing differs', () => {
    expect(driftFindings([])).toEqual([])
  })
})
