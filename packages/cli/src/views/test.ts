import type { Finding } from '@entitle/graph'
import type { Outcome, ScenarioRun } from '@entitle/language'
import { counted } from './counted.ts'
import { type FindingContext, findingLines, placeOf } from './finding.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

/** Scenarios that were run. */
export interface TestView {
  readonly runs: readonly ScenarioRun[]
  /** How many were not run, since their title hasn't `only` in it. */
  readonly leftOut: number
  readonly only?: string
}

export const testText = (view: TestView, context: FindingContext): string => {
  const { runs, leftOut, only } = view
  if (runs.length === 0)
    return leftOut === 0
      ? 'The sources have no scenario. `scenario "…" { … }` writes one: entitle explain scenario.\n'
      : `None of the ${counted(leftOut, 'scenario')} has “${printableText(only ?? '')}” in its title.\n`
  return [
    ...runs.flatMap(run => linesOf(run, context)),
    '',
    `${countWords(runs)}${leftOut === 0 ? '' : ` · ${leftOut} left out`}`,
    '',
  ].join('\n')
}

const signs: { readonly [verdict in Outcome['verdict']]: (paint: Paint) => string } = {
  passed: ({ green }) => green('✓'),
  failed: ({ red }) => red('✗'),
  undetermined: ({ yellow }) => yellow('?'),
}

const linesOf = ({ title, titleRange, verdict, outcomes }: ScenarioRun, context: FindingContext): readonly string[] => {
  const { paint } = context
  const place = placeOf({ kind: 'source', range: titleRange }, context)
  return [
    `${signs[verdict](paint)} ${printableText(title)}  ${paint.dim(place)}`,
    ...outcomes
      .filter(each => each.verdict !== 'passed')
      .flatMap(outcome => findingLines(findingOf(outcome), context).map(line => `  ${line}`)),
  ]
}

/** An expectation that didn't pass, to show as findings are. */
const findingOf = ({ verdict, range, message, related }: Outcome): Finding => ({
  rule: verdict === 'failed' ? 'not as expected' : 'not determined',
  severity: verdict === 'failed' ? 'error' : 'warning',
  message,
  place: { kind: 'source', range },
  related: related.map(each => ({ place: { kind: 'source', range: each.range }, message: each.message })),
})

const countWords = (runs: readonly ScenarioRun[]): string => {
  const count = (verdict: Outcome['verdict']) => runs.filter(each => each.verdict === verdict).length
  const [failed, open] = [count('failed'), count('undetermined')]
  const parts = [
    `${count('passed')} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(open === 0 ? [] : [`${open} not determined`]),
  ]
  return `${counted(runs.length, 'scenario')}: ${parts.join(', ')}`
}

/** `entitle-test/1`. */
export const testJson = ({ runs, leftOut }: TestView, nameOf: FindingContext['nameOf']): string => {
  const place = ({ uri, start, end }: ScenarioRun['range']) => ({ file: nameOf(uri), start, end })
  return json({
    format: 'entitle-test/1',
    scenarios: runs.map(({ title, verdict, range, outcomes }) => ({
      title,
      verdict,
      place: place(range),
      outcomes: outcomes.map(outcome => ({
        verdict: outcome.verdict,
        place: place(outcome.range),
        ...(outcome.message === '' ? {} : { message: outcome.message }),
        related: outcome.related.map(each => ({ place: place(each.range), message: each.message })),
      })),
    })),
    leftOut,
  })
}
