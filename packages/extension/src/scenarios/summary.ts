import type { ScenariosAnswer } from '../language/requests.ts'
import { counted } from '../plan/summary.ts'

export type ScenarioRun = ScenariosAnswer[number]

/** How scenarios turned out, for whoever runs the command from code. */
export interface ScenarioFacts {
  readonly passed: number
  readonly failed: number
  readonly undetermined: number
  readonly summary: string
}

/** `3 scenarios: 2 passed, 1 failed`. */
export const scenarioFacts = (runs: readonly ScenarioRun[]): ScenarioFacts => {
  const count = (verdict: ScenarioRun['verdict']) => runs.filter(each => each.verdict === verdict).length
  const [passed, failed, undetermined] = [count('passed'), count('failed'), count('undetermined')]
  const parts = [
    `${passed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(undetermined === 0 ? [] : [`${undetermined} not determined`]),
  ]
  return { passed, failed, undetermined, summary: `${counted(runs.length, 'scenario')}: ${parts.join(', ')}` }
}

/** Tells the scenarios of a file apart, those of one title by their order; it stays while others are written. */
export const scenarioIds = (runs: readonly ScenarioRun[]): ReadonlyMap<string, ScenarioRun> => {
  const counts = new Map<string, number>()
  return new Map(
    runs.map(run => {
      const name = `${run.range.uri} ${run.title}`
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      return [count === 0 ? name : `${name} ${count + 1}`, run]
    }),
  )
}
