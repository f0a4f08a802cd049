import { type Address, type Failure, type Step, type StepOutcome, segmentsOf } from '@entitle/graph'
import { resultWords } from './result-words.ts'

const way = (address: Address): string =>
  segmentsOf(address)
    .map(({ name }) => name)
    .filter(name => name !== '')
    .join(' › ')

const lines = ({ message, because, remedy, requestId }: Failure): readonly string[] =>
  [
    message,
    because === undefined ? undefined : `because ${because}`,
    remedy,
    requestId === undefined ? undefined : `Graph's request ${requestId}`,
  ]
    .filter(line => line !== undefined && line !== '')
    .map(line => `      ${line}`)

/** What came of every step of a deployment, as a text to keep: how it ended, then what took effect and what did not, with the reasons. */
export const deploymentText = (
  steps: readonly Step[],
  outcomes: readonly StepOutcome[],
  conclusion: string,
): string => {
  const byStep = new Map(outcomes.map(outcome => [outcome.step, outcome]))
  const told = steps.flatMap(({ id, address }) => {
    const outcome = byStep.get(id)
    if (outcome === undefined) return []
    const failure = outcome.failure === undefined ? [] : lines(outcome.failure)
    return [`  ${resultWords[outcome.result].padEnd(width)}  ${way(address)}`, ...failure]
  })
  return ['Deployment', '', conclusion, '', ...told, ''].join('\n')
}

const width = Math.max(...['was so already', 'not done'].map(word => word.length))
