import type { StepOutcome } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { outline } from '../../src/plan/outline.ts'
import { Progress } from '../../src/plan/progress.ts'
import { alpine, catalog, plan, step, suppliers } from './make-plan.ts'

const steps = [
  step({ action: 'create', kind: 'access-package', address: alpine }),
  step({ action: 'create', kind: 'assignment-policy', address: suppliers }),
]
const [root] = outline(plan(steps))
const outcome = (at: number, result: StepOutcome['result']): StepOutcome => ({
  step: steps[at]?.id ?? '',
  address: steps[at]?.address ?? catalog,
  result,
  milliseconds: 1,
})
const count = (progress: Progress) => (root === undefined ? undefined : progress.countIn(root))

describe('the progress of a deployment', () => {
  it('counts what holds in a node and inside it', () => {
    const progress = new Progress()
    expect(count(progress)).toEqual({ done: 0, of: 2 })
    progress.end(outcome(0, 'created'))
    expect(count(progress)).toEqual({ done: 1, of: 2 })
    progress.end(outcome(1, 'already'))
    expect(count(progress)).toEqual({ done: 2, of: 2 })
  })

  it.each(['failed', 'unknown', 'stale', 'not-run'] as const)('does not count what is %s', result => {
    const progress = new Progress()
    progress.end(outcome(0, result))
    expect(count(progress)).toEqual({ done: 0, of: 2 })
  })

  it('knows what is under way until it has ended', () => {
    const progress = new Progress()
    const [first] = steps
    progress.start(first?.id ?? '')
    expect(progress.isRunning(first?.id ?? '')).toBe(true)
    progress.end(outcome(0, 'failed'))
    expect(progress.isRunning(first?.id ?? '')).toBe(false)
  })

  it('still says that a step took effect when a later deployment finds it so', () => {
    const progress = new Progress()
    progress.end(outcome(0, 'created'))
    progress.end(outcome(0, 'already'))
    expect(progress.outcomes.map(({ result }) => result)).toEqual(['created'])
    progress.end(outcome(0, 'stale'))
    expect(progress.outcomes.map(({ result }) => result)).toEqual(['stale'])
  })

  it('says that a step holds which had failed before', () => {
    const progress = new Progress()
    progress.end(outcome(0, 'failed'))
    progress.end(outcome(0, 'already'))
    expect(progress.outcomes.map(({ result }) => result)).toEqual(['already'])
  })
})
