import { describe, expect, it } from 'vitest'
import { consequences } from '../../src/commands/consequences.ts'
import { alpine, catalog, plan, step } from '../plan/make-plan.ts'

describe('consequences', () => {
  it('are the numbers alone where nobody loses anything', () => {
    expect(consequences(plan([step({ action: 'create', kind: 'catalog', address: catalog })]))).toBe(
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
    )
    expect(told.split('\n\n')).toEqual([
      '0 to add, 0 to change, 1 to delete.',
      '1 change may end access that people have.',
      'Shortens access of 14 people.',
    ])
  })
})
