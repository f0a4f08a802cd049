import type { Plan, Step } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { byFile, driftFacts } from '../../src/drift/drift-facts.ts'

const step = (action: Step['action'], reason: Step['reason'] = 'declared') => ({ action, reason }) as Step
const plan = (steps: readonly Step[], unmanaged = 0): Pick<Plan, 'steps' | 'unmanaged'> => ({
  steps,
  unmanaged: Array.from({ length: unmanaged }, (_, index) => ({
    kind: 'catalog',
    address: `catalog/${index}`,
    id: '',
  })),
})

describe('how far a tenant is from the sources', () => {
  it.each<readonly [readonly Step[], number, string]>([
    [[], 0, 'no drift'],
    [[], 2, 'no drift, 2 objects not declared'],
    [[step('update'), step('create')], 0, '1 object changed, 1 missing'],
    [
      [step('create', 'replaced'), step('delete', 'replaced'), step('update')],
      1,
      '2 objects changed, 0 missing, 1 object not declared',
    ],
    [[step('delete', 'pruned')], 0, 'no drift'],
  ])('is told: %#', (steps, unmanaged, summary) => {
    expect(driftFacts(plan(steps, unmanaged)).summary).toBe(summary)
  })

  it('is told in files only where a file says it', () => {
    const range = { uri: 'file:///a', start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
    const finding = { rule: 'changed-in-tenant', severity: 'warning', message: 'M' } as const
    const found = byFile([
      { ...finding, place: { kind: 'source', range } },
      { ...finding, place: { kind: 'tenant', address: 'catalog/A' } },
    ])
    expect([...found].map(([uri, all]) => [uri, all.length])).toEqual([['file:///a', 1]])
  })
})
