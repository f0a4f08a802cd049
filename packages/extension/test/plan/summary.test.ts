import { describe, expect, it } from 'vitest'
import { counted, obstacles, summary } from '../../src/plan/summary.ts'
import { alpine, catalog, plan, step, suppliers } from './make-plan.ts'

describe('summary', () => {
  it('counts what is added, changed and deleted', () => {
    const steps = [
      step({ action: 'create', kind: 'catalog', address: catalog }),
      step({ action: 'create', kind: 'access-package', address: alpine }),
      step({ action: 'update', kind: 'assignment-policy', address: suppliers }),
    ]
    expect(summary(plan(steps))).toBe('2 to add, 1 to change, 0 to delete')
  })

  it('counts what is removed and made anew once, and what is not managed', () => {
    const steps = [
      step({ action: 'delete', kind: 'access-package', address: alpine, reason: 'replaced' }),
      step({ action: 'create', kind: 'access-package', address: alpine, reason: 'replaced' }),
    ]
    const unmanaged = [{ kind: 'catalog', address: catalog, id: '1' }] as const
    expect(summary(plan(steps, { unmanaged }))).toBe('0 to add, 0 to change, 1 to replace, 0 to delete, 1 not managed')
  })
})

describe('counted', () => {
  it('agrees with its noun', () => {
    expect([0, 1, 2].map(n => counted(n, 'file'))).toEqual(['0 files', '1 file', '2 files'])
    expect([counted(1, 'policy'), counted(2, 'policy')]).toEqual(['1 policy', '2 policies'])
  })
})

describe('obstacles', () => {
  it('are the errors of a plan, not its warnings', () => {
    const finding = (severity: 'error' | 'warning') =>
      ({ rule: 'r', severity, message: severity, place: { kind: 'tenant', address: catalog } }) as const
    expect(obstacles(plan([], { findings: [finding('warning'), finding('error')] }))).toEqual(['error'])
  })
})
