import type { ScenarioRun } from '@entitle/language'
import { nameFrom } from './reports/file-names.ts'
import { xml } from './reports/xml.ts'

/** JUnit's XML: a suite for each file, a case for each scenario; one that the sources can't tell is skipped. */
export const testJunit = (runs: readonly ScenarioRun[], root: string): string => {
  const suites = [...Map.groupBy(runs, ({ range }) => nameFrom(root, range.uri))]
  const numbers = (some: readonly ScenarioRun[]) => {
    const count = (verdict: ScenarioRun['verdict']) => some.filter(each => each.verdict === verdict).length
    return `tests="${some.length}" failures="${count('failed')}" errors="0" skipped="${count('undetermined')}"`
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="entitle test" ${numbers(runs)}>`,
    ...suites.flatMap(([name, some]) => [
      `  <testsuite name="${xml(name)}" ${numbers(some)}>`,
      ...some.flatMap(run => caseOf(name, run)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

const caseOf = (file: string, { title, verdict, outcomes }: ScenarioRun): readonly string[] => {
  const head = `    <testcase classname="${xml(file)}" name="${xml(title)}"`
  if (verdict === 'passed') return [`${head}/>`]
  const told = outcomes.filter(outcome => outcome.verdict === verdict)
  const lines = told.map(({ range, message }) => `${file}:${range.start.line + 1}: ${message}`)
  const [first = ''] = told.map(({ message }) => message)
  const body =
    verdict === 'failed'
      ? `<failure message="${xml(first)}">${xml(lines.join('\n'))}</failure>`
      : `<skipped message="${xml(first)}"/>`
  return [`${head}>`, `      ${body}`, '    </testcase>']
}
