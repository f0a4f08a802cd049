import type { Finding } from '@entitle/graph'
import type { ScenarioElement } from '../resolve/program.ts'
import type { ScenarioRun } from './run-scenario.ts'

/**
 * How a scenario turns out while sources have errors: what they leave out of the program could be what it is about, so that nothing is told.
 * @param errors those for which it isn't known what the sources say; one at least
 */
export const untried = ({ title, range, titleRange }: ScenarioElement, errors: readonly Finding[]): ScenarioRun => {
  const related = errors.flatMap(({ place, message }) =>
    place.kind === 'source' ? [{ range: place.range, message }] : [],
  )
  const message = 'The sources have errors, so it is not known what they say.'
  return {
    title,
    range,
    titleRange,
    verdict: 'undetermined',
    outcomes: [{ verdict: 'undetermined', range: titleRange, message, related: related.slice(0, 5) }],
  }
}
