import { addressOf } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { outline } from '../../src/plan/outline.ts'
import type { PlanNode } from '../../src/plan/plan-node.ts'
import { alpine, catalog, plan, range, step, suppliers } from './make-plan.ts'

const sketch = (nodes: readonly PlanNode[], indent = ''): string[] =>
  nodes.flatMap(node => [
    `${indent}${node.sort} ${node.label}${node.detail === undefined ? '' : ` [${node.detail}]`}`,
    ...sketch(node.children, `${indent}  `),
  ])

const expiration = (before: string | undefined, after: string) => ({
  path: 'expiration',
  ...(before === undefined ? {} : { before: { type: 'afterDuration', duration: before } }),
  after: { type: 'afterDuration', duration: after },
})

describe('outline', () => {
  it('is empty for a plan without steps', () => {
    expect(outline(plan([]))).toEqual([])
  })

  it('puts a change where the tenant has it, below what it lies in', () => {
    const update = step({
      action: 'update',
      kind: 'assignment-policy',
      address: suppliers,
      changes: [expiration('P14D', 'P180D')],
    })
    expect(sketch(outline(plan([update])))).toEqual([
      'group catalog Partner collaboration',
      '  group package Alpine',
      '    update policy Suppliers',
      '      property expires [after 14 days → after 180 days]',
    ])
  })

  it('shows of something new what it will be, and what it holds', () => {
    const steps = [
      step({ action: 'create', kind: 'access-package', address: alpine }),
      step({
        action: 'create',
        kind: 'assignment-policy',
        address: suppliers,
        changes: [expiration(undefined, 'P90D')],
      }),
    ]
    expect(sketch(outline(plan(steps)))).toEqual([
      'group catalog Partner collaboration',
      '  create package Alpine [1 policy]',
      '    create policy Suppliers',
      '      property expires [after 90 days]',
    ])
  })

  it('shows what is removed and made anew as both', () => {
    const address = addressOf('resource-role-scope', 'Member of Alpine', alpine)
    const steps = [
      step({ action: 'delete', kind: 'resource-role-scope', address, reason: 'replaced' }),
      step({ action: 'create', kind: 'resource-role-scope', address, reason: 'replaced' }),
    ]
    const [group] = outline(plan(steps))
    expect(group?.children[0]?.children.map(({ sort }) => sort)).toEqual(['delete', 'create'])
  })

  it('says of something new only what its label does not', () => {
    const role = addressOf('catalog-role', 'Catalog owner Desk', catalog)
    const changes = ['displayName', 'description', 'state'].map(path => ({
      path,
      after: path === 'description' ? '' : 'published',
    }))
    const steps = [
      step({ action: 'create', kind: 'catalog', address: catalog, changes }),
      step({
        action: 'create',
        kind: 'catalog-role',
        address: role,
        changes: [{ path: 'role', after: 'Catalog owner' }],
      }),
    ]
    expect(sketch(outline(plan(steps)))).toEqual([
      'create catalog Partner collaboration',
      '  property state [published]',
      '  create role Catalog owner Desk',
    ])
  })

  it('counts what a new package holds', () => {
    const steps = [
      step({ action: 'create', kind: 'access-package', address: alpine }),
      ...['Suppliers', 'Staff'].map(name =>
        step({ action: 'create', kind: 'assignment-policy', address: addressOf('assignment-policy', name, alpine) }),
      ),
      step({
        action: 'create',
        kind: 'resource-role-scope',
        address: addressOf('resource-role-scope', 'Member', alpine),
      }),
    ]
    expect(outline(plan(steps))[0]?.children[0]?.detail).toBe('1 grant, 2 policies')
  })

  it('shows what is not managed, and says that it stays', () => {
    const address = addressOf('access-package', 'Old toolbox', catalog)
    const nodes = outline(plan([], { unmanaged: [{ kind: 'access-package', address, id: '7' }] }))
    expect(sketch(nodes)[1]).toBe('  unmanaged package Old toolbox [not declared; it stays]')
  })

  it('shows findings first', () => {
    const finding = {
      rule: 'ambiguous',
      severity: 'error',
      message: 'Two catalogs are called Partner collaboration.',
      place: { kind: 'tenant', address: catalog },
    } as const
    const nodes = outline(
      plan([step({ action: 'create', kind: 'catalog', address: catalog })], { findings: [finding] }),
    )
    expect(nodes.map(({ sort }) => sort)).toEqual(['finding', 'create'])
  })

  it('gives every change its reason, its risk and how to undo it, as sentences', () => {
    const [node] = outline(
      plan([step({ action: 'update', kind: 'catalog', address: catalog, risk: 'may-end-access' })]),
    )
    expect(node?.explanation).toEqual([
      'The tenant differs from the declaration.',
      'May end access that people have.',
      'Deploy the former files.',
    ])
  })

  it('leads from a property to where it was written, else to its object', () => {
    const origin = { range: range(3), properties: { expiration: range(9) } }
    const changes = [expiration('P1D', 'P2D'), { path: 'description', before: '', after: 'x' }]
    const [group] = outline(
      plan([step({ action: 'update', kind: 'assignment-policy', address: suppliers, changes, origin })]),
    )
    const policy = group?.children[0]?.children[0]
    expect(policy?.range).toEqual(range(3))
    expect(policy?.children.map(child => child.range?.start.line)).toEqual([9, 3])
  })

  it('keeps names with slashes whole', () => {
    const address = addressOf('catalog', 'R/D 100%')
    expect(outline(plan([step({ action: 'create', kind: 'catalog', address })]))[0]?.label).toBe('catalog R/D 100%')
  })

  it('gives every node an id of its own', () => {
    const steps = [
      step({ action: 'create', kind: 'catalog', address: catalog, changes: [{ path: 'description', after: 'a' }] }),
      step({
        action: 'create',
        kind: 'access-package',
        address: alpine,
        changes: [{ path: 'description', after: 'a' }],
      }),
    ]
    const ids = (nodes: readonly PlanNode[]): string[] => nodes.flatMap(node => [node.id, ...ids(node.children)])
    const all = ids(outline(plan(steps)))
    expect(new Set(all).size).toBe(all.length)
  })
})
