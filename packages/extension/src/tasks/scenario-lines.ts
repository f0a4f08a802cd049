import type { SourceRange } from '@entitle/graph'
import { type ScenarioRun, scenarioFacts } from '../scenarios/summary.ts'

const signs = { passed: '✓', failed: '✗', undetermined: '?' }
const words = { failed: 'error  not as expected', undetermined: 'warning  not determined' }

/** Scenarios as `entitle test` writes the heads of them, each with what isn't as expected, and the numbers at the end. */
export const scenarioLines = (runs: readonly ScenarioRun[], nameOf: (uri: string) => string): readonly string[] => {
  const at = ({ uri, start }: SourceRange) => `${nameOf(uri)}:${start.line + 1}:${start.character + 1}`
  return [
    ...runs.flatMap(({ title, titleRange, verdict, outcomes }) => [
      `${signs[verdict]} ${title}  ${at(titleRange)}`,
      ...outcomes.flatMap(outcome =>
        outcome.verdict === 'passed'
          ? []
          : [`  ${at(outcome.range)}  ${words[outcome.verdict]}`, `    │ ${outcome.message}`],
      ),
    ]),
    '',
    scenarioFacts(runs).summary,
  ]
}
