import { describe, expect, it } from 'vitest'
import { type ScenarioRun, scenarioFacts, scenarioIds } from '../../src/scenarios/summary.ts'

const run = (title: string, verdict: ScenarioRun['verdict'], uri = 'file:///a.entitle'): ScenarioRun => {
  const range = { uri, start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
  return { title, verdict, range, titleRange: range, outcomes: [] }
}

describe('scenarios in the Test Explorer', () => {
  it.each<readonly [readonly ScenarioRun['verdict'][], string]>([
    [[], '0 scenarios: 0 passed'],
    [['passed'], '1 scenario: 1 passed'],
    [['passed', 'failed', 'passed'], '3 scenarios: 2 passed, 1 failed'],
    [['undetermined'], '1 scenario: 0 passed, 1 not determined'],
  ])('%j: %s', (verdicts, summary) => {
    expect(scenarioFacts(verdicts.map(verdict => run('T', verdict))).summary).toBe(summary)
  })

  it('are told apart by file, title and order', () => {
    const runs = [run('A', 'passed'), run('A', 'failed'), run('A', 'passed', 'file:///b.entitle'), run('B', 'passed')]
    const ids = scenarioIds(runs)
    expect([...ids.keys()]).toEqual([
      'file:///a.entitle A',
      'file:///a.entitle A 2',
      'file:///b.entitle A',
      'file:///a.entitle B',
    ])
    expect(ids.get('file:///a.entitle A 2')?.verdict).toBe('failed')
  })
})
