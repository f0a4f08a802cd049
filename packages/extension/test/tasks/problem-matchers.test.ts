import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
// What the command line writes is what the matchers are for.
import { findingLines } from '../../../cli/src/views/finding.ts'
import { testText } from '../../../cli/src/views/test.ts'
import type { ScenarioRun } from '../../src/scenarios/summary.ts'
import { reportLines } from '../../src/tasks/report-lines.ts'
import { scenarioLines } from '../../src/tasks/scenario-lines.ts'

interface Pattern {
  readonly regexp: string
  readonly message?: number
}
const manifest = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'))
const matchers: readonly { readonly name: string; readonly pattern: readonly Pattern[] }[] =
  manifest.contributes.problemMatchers

/** What the matchers make of lines, as VS Code goes about it: each pattern takes the next line. */
const matched = (lines: readonly string[]) =>
  matchers.flatMap(({ name, pattern }) =>
    lines.flatMap((_, start) => {
      const found = pattern.map(({ regexp }, offset) => new RegExp(regexp).exec(lines[start + offset] ?? ''))
      if (found.some(match => match === null)) return []
      const [, file, line, column, severity, code] = found[0] ?? []
      const message = found.at(-1)?.[pattern.at(-1)?.message ?? 0]
      return [{ name, file, line, column, severity, code, message }]
    }),
  )

const plain = Object.assign((text: string) => text, {})
const paint = new Proxy({}, { get: () => plain }) as Parameters<typeof findingLines>[1]['paint']
const uri = 'file:///work/sub/a.entitle'
const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'unknown-name',
  severity: 'error',
  message,
  place: { kind: 'source', range: { uri, start: { line: 1, character: 9 }, end: { line: 1, character: 13 } } },
  ...more,
})
const lines = (each: Finding) =>
  findingLines(each, {
    paint,
    columns: 80,
    nameOf: () => 'sub/a.entitle',
    textOf: () => 'catalog shop {\n  owners desk\n}\n',
    hasPage: () => true,
  })

describe('the problem matchers', () => {
  it('read what the command line writes', () => {
    expect(matched(lines(finding('Nothing is called desk.', { help: 'Declare it.', why: 'Because.' })))).toEqual([
      {
        name: 'entitle',
        file: 'sub/a.entitle',
        line: '2',
        column: '10',
        severity: 'error',
        code: 'unknown-name',
        message: 'Nothing is called desk.',
      },
    ])
  })

  it('read a message that does not fit behind the underline', () => {
    const long = `This ${'is a long sentence that takes more than one line '.repeat(3)}.`
    const found = matched(lines(finding(long)))
    expect(found).toMatchObject([{ name: 'entitle-wrapped', line: '2' }])
    expect(found[0]?.message).toMatch(/^This is a long sentence/)
  })

  it('read warnings and notes, and leave out what is waived', () => {
    expect(matched(lines(finding('A.', { severity: 'warning' })))).toMatchObject([{ severity: 'warning' }])
    expect(matched(lines(finding('A.', { severity: 'info' })))).toMatchObject([{ severity: 'info' }])
    expect(matched(lines(finding('A.', { waived: { until: '2027-01-01', because: 'Pilot.' } as never })))).toEqual([])
  })

  it('keep the findings of one file apart', () => {
    const both = [...lines(finding('One.')), '', ...lines(finding('Two.'))]
    expect(matched(both).map(({ message }) => message)).toEqual(['One.', 'Two.'])
  })
})

const range = (line: number) => ({ uri, start: { line, character: 2 }, end: { line, character: 8 } })
const run = (verdict: 'failed' | 'undetermined', message: string): ScenarioRun => ({
  title: 'Who gets in',
  range: range(0),
  titleRange: range(0),
  verdict,
  outcomes: [
    { verdict: 'passed', range: range(0), message: '', related: [] },
    { verdict, range: range(1), message, related: [{ range: range(0), message: 'Policy s says it here.' }] },
  ],
})

describe('the problem matchers of scenarios', () => {
  const context = {
    paint,
    columns: 80,
    nameOf: () => 'sub/a.entitle',
    textOf: () => 'catalog shop {\n  owners desk\n}\n',
  }
  const told = (...runs: readonly ScenarioRun[]) =>
    matched(testText({ runs, leftOut: 0 }, { ...context, hasPage: () => true }).split('\n'))

  it('read what entitle test writes, each expectation once', () => {
    const place = { name: 'entitle-test', file: 'sub/a.entitle', line: '2', column: '3' }
    expect(told(run('failed', 'They are denied.'), run('undetermined', 'Not known.'))).toEqual([
      { ...place, severity: 'error', code: 'not as expected', message: 'They are denied.' },
      { ...place, severity: 'warning', code: 'not determined', message: 'Not known.' },
    ])
  })

  it('read a message that does not fit behind the underline', () => {
    const found = told(run('failed', `This ${'is a long sentence that takes more than one line '.repeat(3)}.`))
    expect(found).toMatchObject([{ name: 'entitle-test-wrapped', line: '2' }])
    expect(found[0]?.message).toMatch(/^This is a long sentence/)
  })
})

describe('the lines of the task that runs scenarios', () => {
  it('have what is not as expected or not determined at its place, then the numbers', () => {
    const passed: ScenarioRun = {
      title: 'Nobody',
      range: range(3),
      titleRange: range(3),
      verdict: 'passed',
      outcomes: [],
    }
    const runs = [passed, run('failed', 'They are denied.'), run('undetermined', 'Not known.')]
    expect(scenarioLines(runs, () => 'a.entitle')).toEqual([
      '✓ Nobody  a.entitle:4:3',
      '✗ Who gets in  a.entitle:1:3',
      '  a.entitle:2:3  error  not as expected',
      '    │ They are denied.',
      '? Who gets in  a.entitle:1:3',
      '  a.entitle:2:3  warning  not determined',
      '    │ Not known.',
      '',
      '3 scenarios: 1 passed, 1 failed, 1 not determined',
    ])
  })

  it('say where there are none', () => {
    expect(scenarioLines([], () => 'a')).toEqual(['', '0 scenarios: 0 passed'])
  })
})

describe('the lines of the task', () => {
  it('have the place, the severity and the rule as the command line has them, then the numbers', () => {
    expect(reportLines(3, [finding('One.'), finding('Hint.', { severity: 'hint' })], () => 'sub/a.entitle')).toEqual([
      'sub/a.entitle:2:10  error  unknown-name',
      '  │ One.',
      '',
      '1 error in 3 files.',
    ])
  })

  it('leave out what is waived, and say where nothing is wrong', () => {
    const waived = finding('One.', { waived: { until: '2027-01-01', because: 'Pilot.' } as never })
    expect(reportLines(1, [waived], () => 'a')).toEqual(['No errors and no warnings in 1 file.'])
  })
})
