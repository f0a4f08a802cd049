import { addressOf } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { abilities } from '../../src/plan/abilities.ts'
import type { PlanNode } from '../../src/plan/plan-node.ts'
import { alpine, catalog, range, suppliers } from './make-plan.ts'

const node = (more: Partial<PlanNode>): PlanNode => ({
  id: 'n',
  sort: 'group',
  label: 'n',
  explanation: [],
  children: [],
  ...more,
})

describe('abilities', () => {
  it.each([
    [{ sort: 'group', address: catalog }, 'group diff deploy'],
    [{ sort: 'create', address: alpine, range: range(1) }, 'create diff deploy source'],
    [{ sort: 'update', address: suppliers, range: range(1) }, 'update diff source'],
    [{ sort: 'delete', address: addressOf('connected-organization', 'F') }, 'delete diff deploy'],
    [{ sort: 'unmanaged', address: alpine }, 'unmanaged diff'],
    [{ sort: 'property', address: alpine, range: range(1) }, 'property source'],
    [{ sort: 'finding' }, 'finding'],
  ] satisfies readonly (readonly [Partial<PlanNode>, string])[])('of %j are %s', (more, expected) => {
    expect(abilities(node(more))).toBe(expected)
  })
})
