import type { Outcome, StepOutcome } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { deployJson, deployText, stepLine, undoText } from '../../src/views/deploy.ts'
import type { FindingContext } from '../../src/views/finding.ts'
import { paintFor } from '../../src/views/paint.ts'
import { waitingWords } from '../../src/views/waiting.ts'
import { mixedPlan, packageAt, planOf, policyAt, step } from '../plan-samples.ts'

const context: FindingContext = {
  paint: paintFor({ colour: false }),
  columns: 100,
  nameOf: uri => uri,
  textOf: () => undefined,
  hasPage: () => false,
}
const ended = (i: number, result: StepOutcome['result'], more: Partial<StepOutcome> = {}): StepOutcome => ({
  step: mixedPlan.steps[i]?.id ?? '',
  address: mixedPlan.steps[i]?.address ?? '',
  result,
  milliseconds: 300,
  ...more,
})
const outcome = (status: Outcome['status'], steps: readonly StepOutcome[], more: Partial<Outcome> = {}): Outcome => ({
  status,
  steps,
  requests: 9,
  milliseconds: 41_000,
  waitedMilliseconds: 38_000,
  ...more,
})
const denied = {
  message: 'Graph refused to create it (403 Forbidden)',
  because: 'the signed-in account lacks a role',
  remedy: 'Ask for it, then run entitle deploy again: it goes on from here.',
  status: 403,
  requestId: '5b1e',
}

describe('a step', () => {
  it('is told with the way to its object, and shortly when it stands beside the one before', () => {
    const first = step(packageAt('Toolbox'), 'create')
    const second = step(policyAt('Toolbox', 'Staff'), 'create')
    expect(stepLine(first, ended(2, 'created'), undefined, context)).toMatch(
      /^✓ catalog Partner collaboration › package Toolbox\s+created {4}300 ms$/,
    )
    expect(stepLine(second, ended(4, 'created'), first.address, context)).toMatch(/^✓ {3}› policy Staff\s+created/)
    expect(stepLine(second, ended(4, 'failed'), undefined, context)).toMatch(
      /^✗ catalog Partner collaboration › Toolbox › policy Staff\s+failed/,
    )
  })
})

describe('the end of a deployment', () => {
  it('counts what was done, how long it took and what was waited for', () => {
    const all = outcome('done', [ended(0, 'updated'), ended(1, 'created'), ended(2, 'created')])
    expect(deployText(mixedPlan, all, { checked: 0 }, context)).toContain(
      'Done: 2 added, 1 changed in 41 s (38 s waiting for Graph). Checked: the tenant is as declared.',
    )
    expect(deployText(mixedPlan, all, { checked: 2 }, context)).toContain('Graph does not show 2 changes yet')
    expect(deployText(mixedPlan, all, {}, context)).not.toContain('Checked')
  })

  it('says of a failure what, why and what to do, and what took effect', () => {
    const failed = outcome('failed', [
      ended(0, 'updated'),
      ended(1, 'failed', { failure: denied }),
      ...[2, 3, 4, 5].map(i => ended(i, 'not-run')),
    ])
    const lines = deployText(mixedPlan, failed, {}, context).split('\n')
    expect(lines).toContain('✗ grant Contribute in alpine: Graph refused to create it (403 Forbidden)  request 5b1e')
    expect(lines).toContain('  because the signed-in account lacks a role')
    expect(lines).toContain('  do: Ask for it, then run entitle deploy again: it goes on from here.')
    expect(lines).toContain('Failed: 1 of 6 steps took effect; the others did not.')
  })

  it('says that nothing was changed where the plan no longer holds, or was not begun', () => {
    const stale = { message: 'it was changed since', remedy: 'Plan again.' }
    expect(deployText(mixedPlan, outcome('refused', [ended(0, 'stale', { failure: stale })]), {}, context)).toContain(
      'Refused: the tenant changed since this was planned, so nothing was changed.',
    )
    const unread = { message: 'The tenant could not be read', remedy: 'Wait.' }
    const text = deployText(mixedPlan, outcome('refused', [], { failure: unread }), {}, context)
    expect(text).toContain('✗ The tenant could not be read')
    expect(text).toContain('Refused: nothing was changed.')
  })

  it('says what took effect before Ctrl-C, and what is not known', () => {
    expect(deployText(mixedPlan, outcome('cancelled', [ended(0, 'updated')]), {}, context)).toContain(
      'Cancelled: 1 of 6 steps took effect; the others did not. Run entitle deploy again to go on from here.',
    )
    expect(deployText(mixedPlan, outcome('failed', [ended(0, 'updated'), ended(1, 'unknown')]), {}, context)).toContain(
      'Of 1 step it is not known; the next plan tells.',
    )
  })

  it('is one JSON object', () => {
    const report = JSON.parse(deployJson(mixedPlan, outcome('done', [ended(0, 'updated')]), { checked: 0 }, uri => uri))
    expect(report).toMatchObject({
      format: 'entitle-deploy/1',
      status: 'done',
      asDeclared: true,
      summary: { updated: 1 },
    })
    expect(JSON.parse(deployJson(planOf([]), undefined, {}, uri => uri))).toMatchObject({
      status: 'nothing-to-do',
    })
    expect(JSON.parse(deployJson(mixedPlan, undefined, {}, uri => uri))).toMatchObject({ status: 'refused' })
  })
})

describe('waiting', () => {
  it('names what is waited for', () => {
    expect(waitingWords('throttled', 38_000)).toBe('waiting: Graph asked for 38 s (throttled)')
    expect(waitingWords('delivery', 1000)).toBe('waiting until Graph has added the resource')
    expect(waitingWords('busy', 2000)).toContain('the catalog is busy')
  })
})

describe('how to undo a deployment', () => {
  it('is not said where nothing keeps what undoes it', () => {
    expect(undoText(undefined, context)).toBe('')
  })

  it('names the file, counts what it gives back, and tells what stays', () => {
    expect(undoText({ file: 'friday.undo', restores: 1, stays: [] }, context)).toBe(
      'To undo this: entitle deploy friday.undo gives back 1 object.\n',
    )
    const stays = ['Partners stays, because Entitle never deletes catalogs.']
    expect(undoText({ file: 'friday.undo', restores: 2, stays }, context).split('\n')).toEqual([
      'To undo this: entitle deploy friday.undo gives back 2 objects. What it leaves as it is:',
      '  - Partners stays, because Entitle never deletes catalogs.',
      '',
    ])
  })

  it('is a part of the JSON', () => {
    const undoing = { file: 'friday.undo', restores: 1, stays: [] }
    const report = JSON.parse(deployJson(mixedPlan, outcome('done', [ended(0, 'updated')]), { undoing }, uri => uri))
    expect(report.undo).toEqual(undoing)
  })
})
