import type { Outcome, StepOutcome, StepResult } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { achieved, failure, reached, waiting } from '../../src/commands/outcome-words.ts'

const steps = (...results: StepResult[]): StepOutcome[] =>
  results.map((result, i) => ({ step: `${i}`, address: `${i}`, result, milliseconds: 1 }))

const outcome = (results: StepOutcome[], more: Partial<Outcome> = {}): Outcome => ({
  status: 'done',
  steps: results,
  requests: 1,
  milliseconds: 1500,
  waitedMilliseconds: 0,
  ...more,
})

describe('achieved', () => {
  it('counts results and says how long it took', () => {
    expect(achieved(outcome(steps('created', 'created', 'updated')))).toBe('2 added, 1 changed in 1.5 s')
  })

  it('tells of waiting that a person noticed', () => {
    const waited = outcome(steps('deleted', 'already'), { milliseconds: 41_000, waitedMilliseconds: 38_000 })
    expect(achieved(waited)).toBe('1 deleted, 1 so already in 41 s (38 s waiting for Graph)')
  })

  it('says so where nothing had to be changed', () => {
    expect(achieved(outcome([]))).toBe('nothing to change in 1.5 s')
  })
})

describe('reached', () => {
  it('says how many steps took effect', () => {
    expect(reached(outcome(steps('created', 'failed', 'not-run')))).toBe(
      '1 of 3 steps took effect; the others did not.',
    )
  })

  it('says plainly that nothing was changed', () => {
    expect(reached(outcome(steps('failed', 'not-run')))).toBe('Nothing was changed.')
  })

  it('never claims to know what it does not', () => {
    expect(reached(outcome(steps('unknown', 'not-run')))).toContain('For 1 step it is not known.')
  })
})

describe('failure', () => {
  it('tells what, why and what to do, each as a sentence', () => {
    const failed = {
      message: 'Graph refused to create it (403 Forbidden)',
      because: 'the account owns no catalog',
      remedy: 'ask for a role',
    }
    const [step] = steps('failed')
    const told = failure(outcome(step === undefined ? [] : [{ ...step, failure: failed }]))
    expect(told).toBe('Graph refused to create it (403 Forbidden). The account owns no catalog. Ask for a role.')
  })

  it('tells first why nothing was begun', () => {
    const why = { message: 'The plan is of another version', remedy: 'plan again' }
    expect(failure(outcome(steps('not-run'), { failure: why }))).toBe('The plan is of another version. Plan again.')
  })

  it('is silent where nothing failed', () => {
    expect(failure(outcome(steps('created')))).toBe('')
  })
})

describe('waiting', () => {
  it('says for how long and for what', () => {
    expect(waiting({ type: 'waiting', why: 'throttled', milliseconds: 38_000 })).toBe(
      'waiting 38 s: Graph asked for it',
    )
  })
})
