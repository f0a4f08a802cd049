import { describe, expect, it } from 'vitest'
import { type KeptPlan, parse, serialize } from '../../src/plan/kept-plan.ts'
import { alpine, plan, step } from './make-plan.ts'

const steps = [step({ action: 'create', kind: 'access-package', address: alpine })]
const kept: KeptPlan = {
  planned: {
    plan: plan(steps),
    nodes: [{ id: 'a', sort: 'group', label: 'A', explanation: [], children: [] }],
    target: { kind: 'sandbox', title: 'the sandbox tenant' },
    desired: { objects: [] },
    outlook: { before: { objects: [] }, after: { objects: [] } },
  },
  outcomes: [{ step: 'create x', address: alpine, result: 'created', milliseconds: 3 }],
  conclusion: 'Deployed.',
}

describe('a kept plan', () => {
  it('is taken up as it was', () => {
    expect(parse(serialize(kept, '1.0.0'), '1.0.0')).toEqual(kept)
  })

  it('is not taken up by another version', () => {
    expect(parse(serialize(kept, '1.0.0'), '1.0.1')).toBeUndefined()
  })

  it.each(['', '{', 'null', '[]', '"text"', '{"format":"entitle-kept-plan/1"}'])('is not %j', text => {
    expect(parse(text, '1.0.0')).toBeUndefined()
  })
})
