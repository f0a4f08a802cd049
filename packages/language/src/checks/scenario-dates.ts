import type { Finding, SourceRange } from '@entitle/graph'
import type { Expectation, PolicyElement, ScenarioElement, Sourced } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'

/** Scenarios whose request comes after the end of the access that they expect. */
export const scenarioDates: Check = ({ program }) => program.scenarios.flatMap(afterEnd)

const afterEnd = (scenario: ScenarioElement): Finding[] => {
  const { requests, expectations } = scenario
  const on = requests?.value.on
  if (requests === undefined || on === undefined || expectations.some(({ value }) => value.expect === 'denied'))
    return []
  const start = `${on}T00:00:00Z`
  return [
    ...policyIsOver(requests.value.package.policies, expectations, requests.range, start),
    ...endsBefore(expectations, start, on),
  ]
}

/** Of the policy that is expected, else of all of the package. */
const policyIsOver = (
  policies: readonly PolicyElement[],
  expectations: readonly Sourced<Expectation>[],
  range: SourceRange,
  start: string,
): Finding[] => {
  const expected = expectations.flatMap(({ value }) => (value.expect === 'policy' ? [value.policy] : []))
  const candidates = expected.length > 0 ? expected : policies
  const over = candidates.flatMap(({ name, terms: { expiration } }) =>
    expiration?.value.expires === 'on' && expiration.value.date <= start
      ? [{ name, written: expiration.value.written, range: expiration.range }]
      : [],
  )
  const [first] = over
  if (first === undefined || over.length < candidates.length) return []
  return [
    findingAt(
      'request-after-end',
      'warning',
      range,
      `This request comes after access under policy ${first.name} has ended, on ${first.written}. Let it come earlier, or \`expect denied\`.`,
      {
        related: over.map(({ name, range: at }) => ({
          place: { kind: 'source', range: at },
          message: `Access under ${name} ends here.`,
        })),
      },
    ),
  ]
}

const endsBefore = (expectations: readonly Sourced<Expectation>[], start: string, on: string): Finding[] =>
  expectations.flatMap(({ value, range }) =>
    value.expect === 'access' && value.until !== undefined && value.until < start
      ? [
          findingAt(
            'contradictory-expectations',
            'error',
            range,
            `Access can't end before it is requested, on ${on}. Write a later end, or an earlier request.`,
          ),
        ]
      : [],
  )
