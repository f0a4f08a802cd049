import { describe, expect, it } from 'vitest'
import { outline } from '../../src/plan/outline.ts'
import { planText } from '../../src/plan/plan-text.ts'
import { alpine, plan, range, step, suppliers } from './make-plan.ts'

describe('planText', () => {
  it('tells the tree with a sign for each change, its place, and aligned properties', () => {
    const steps = [
      step({
        action: 'update',
        kind: 'assignment-policy',
        address: suppliers,
        origin: { range: range(30) },
        changes: [
          { path: 'expiration', before: { type: 'noExpiration' }, after: { type: 'afterDuration', duration: 'P180D' } },
          { path: 'displayName', before: 'Supplier', after: 'Suppliers' },
        ],
      }),
    ]
    const text = planText('Plan for Contoso', outline(plan(steps)), 'Plan: 0 to add, 1 to change, 0 to delete.')
    const [title, , catalog, pack, policy, first, second] = text.split('\n')
    expect([title, catalog, pack]).toEqual(['Plan for Contoso', 'catalog Partner collaboration', '  package Alpine'])
    expect(policy).toBe('    ~ policy Suppliers  partners.entitle:31')
    expect(first).toMatch(/^ +expires +never( expires)? → after 180 days$/)
    expect(second?.indexOf('Supplier →')).toBe(first?.search(/never/))
    expect(text.endsWith('\n\nPlan: 0 to add, 1 to change, 0 to delete.\n')).toBe(true)
  })

  it('says that what is not managed stays', () => {
    const unmanaged = [{ kind: 'access-package', address: alpine, id: '1' }] as const
    expect(planText('T', outline(plan([], { unmanaged })), 'E')).toContain('  ? package Alpine: not declared; it stays')
  })

  it('is a title and an end for an empty plan', () => {
    expect(planText('Plan for Contoso', [], 'Nothing to do.')).toBe('Plan for Contoso\n\nNothing to do.\n')
  })
})
