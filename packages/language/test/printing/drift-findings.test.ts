import { addressOf, type SourceRange, type Step } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { driftFindings } from '../../src/printing/drift-findings.ts'

const catalog = addressOf('catalog', 'Partner collaboration')
const packageAt = (name: string) => addressOf('access-package', name, catalog)
const policyAt = (of: string, name: string) => addressOf('assignment-policy', name, packageAt(of))

const line = (at: number): SourceRange => ({
  uri: 'file:///c/partners.entitle',
  start: { line: at, character: 0 },
  end: { line: at, character: 1 },
})

const step = (address: string, action: Step['action'], more: Partial<Step> = {}): Step => ({
  id: `${action} ${address}`,
  action,
  kind: address.split('/').at(-2) as Step['kind'],
  address,
  lane: 'partners',
  reason: action === 'create' ? 'declared' : action === 'update' ? 'differs' : 'pruned',
  risk: 'none',
  undo: { possible: true, how: 'Delete it.' },
  changes: [],
  request: { method: 'POST', path: '/x' },
  guard: { expect: 'absent', identity: address },
  settle: { until: 'now' },
  after: [],
  origin: { range: line(30) },
  ...more,
})

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

  it('lies on the statement that says it, where that is known, each by itself', () => {
    const properties = { description: line(31), expiration: line(32) }
    const changed = step(policyAt('Alpine', 'Suppliers'), 'update', {
      origin: { range: line(30), properties },
      changes: [
        { path: 'description', before: 'From the portal', after: 'As declared' },
        { path: 'expiration/duration', before: 'P30D', after: 'P90D' },
        { path: 'allowedTargetScope', before: 'notSpecified', after: 'allMemberUsers' },
      ],
    })
    expect(driftFindings([changed]).map(({ place }) => place.kind === 'source' && place.range.start.line)).toEqual([
      31, 32, 30,
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
