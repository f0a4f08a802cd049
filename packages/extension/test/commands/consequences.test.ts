import { describe, expect, it } from 'vitest'
import { consequences } from '../../src/commands/consequences.ts'
import { alpine, catalog, plan, step } from '../plan/make-plan.ts'

const nobody = { losing: { people: 0, first: [] }, moving: { people: 0, first: [] } }

describe('consequences', () => {
  it('are the numbers alone where nobody loses anything', () => {
    expect(consequences(plan([step({ action: 'create', kind: 'catalog', address: catalog })]), nobody)).toBe(
      '1 to add, 0 to change, 0 to delete.',
    )
  })

  it('name what may end access, and every warning', () => {
    const finding = {
      rule: 'shortens',
      severity: 'warning',
      message: 'Shortens access of 14 people.',
      place: { kind: 'tenant', address: alpine },
    } as const
    const told = consequences(
      plan([step({ action: 'delete', kind: 'access-package', address: alpine, risk: 'may-end-access' })], {
        findings: [finding],
      }),
      nobody,
    )
    expect(told.split('\n\n')).toEqual([
      '0 to add, 0 to change, 1 to delete.',
      '1 change may end access that people have.',
      'Shortens access of 14 people.',
    ])
  })

  it('name who loses access and who is moved, once and not as a risk besides', () => {
    const ended = step({
      action: 'delete',
      kind: 'assignment',
      address: `${alpine}/assignment/anna`,
      reason: 'ended',
      risk: 'may-end-access',
    })
    const told = consequences(plan([ended]), {
      losing: { people: 12, first: ['anna@contoso.com', 'ben@contoso.com'] },
      moving: { people: 1, first: ['cleo@contoso.com'] },
    })
    expect(told.split('\n\n')).toEqual([
      '0 to add, 0 to change, 1 to delete.',
      '12 people lose access: anna@contoso.com, ben@contoso.com and 10 more.',
      '1 person is moved to another policy: cleo@contoso.com.',
    ])
  })
})
