import type { SourceRange } from '@entitle/graph'
import type { Expectation, PolicyElement, Program, ScenarioElement, Sourced } from '../resolve/program.ts'
import { differing, excludes, type Instead } from './expected.ts'
import { type Reach, reach } from './reach.ts'

/** How one expectation turns out. */
export interface Outcome {
  readonly verdict: 'passed' | 'failed' | 'undetermined'
  /** Where it is expected. */
  readonly range: SourceRange
  /** In a sentence, what is so instead, or what isn't known; empty where it passed. */
  readonly message: string
  /** Where that is said. */
  readonly related: readonly { readonly range: SourceRange; readonly message: string }[]
}

/** How a scenario turns out: it fails where an expectation does, and passes where all do, if there are any. */
export interface ScenarioRun {
  readonly title: string
  readonly range: SourceRange
  readonly titleRange: SourceRange
  readonly verdict: Outcome['verdict']
  readonly outcomes: readonly Outcome[]
}

interface Candidate extends Reach {
  readonly policy: PolicyElement
}

/** Tries a scenario by what the sources say; no tenant is asked. @param today ISO date, in UTC: the day of a request that says none */
export const runScenario = (scenario: ScenarioElement, program: Program, today: string): ScenarioRun => {
  const { title, range, titleRange, requestor, requests, expectations } = scenario
  const outcomes =
    requestor === undefined || requests === undefined
      ? [
          {
            verdict: 'undetermined' as const,
            range: titleRange,
            message: 'The scenario does not say who requests what.',
            related: [],
          },
        ]
      : expectations.map(each => {
          const on = requests.value.on ?? today
          const all = requests.value.package.policies.map(policy => ({
            policy,
            ...inTime(policy, on, reach(requestor.value, policy, program)),
          }))
          return outcomeOf(each, { scenario, all, on })
        })
  return { title, range, titleRange, outcomes, verdict: worst(outcomes.map(({ verdict }) => verdict)) }
}

const worst = (verdicts: readonly Outcome['verdict'][]): Outcome['verdict'] =>
  verdicts.includes('failed')
    ? 'failed'
    : verdicts.length === 0 || verdicts.includes('undetermined')
      ? 'undetermined'
      : 'passed'

/** Nobody gets access whose end is over. */
const inTime = ({ terms }: PolicyElement, on: string, found: Reach): Reach => {
  const ends = terms.expiration?.value
  return found.answer !== 'no' && ends?.expires === 'on' && ends.date <= `${on}T00:00:00Z`
    ? { answer: 'no', because: `its access has ended by ${on}` }
    : found
}

interface Case {
  readonly scenario: ScenarioElement
  readonly all: readonly Candidate[]
  readonly on: string
}

const outcomeOf = ({ value, range }: Sourced<Expectation>, { scenario, all, on }: Case): Outcome => {
  const passed: Outcome = { verdict: 'passed', range, message: '', related: [] }
  const told = (verdict: 'failed' | 'undetermined', message: string, related: Outcome['related'] = []): Outcome => ({
    verdict,
    range,
    message,
    related,
  })
  const open = all.filter(({ answer }) => answer === 'yes')
  const doubtful = all.filter(({ answer }) => answer === 'unknown')
  const [doubt] = doubtful
  switch (value.expect) {
    case 'policy': {
      const found = all.find(({ policy }) => policy.node === value.policy.node)
      if (found === undefined || found.answer === 'yes') return passed
      const words = `Policy ${value.policy.name} ${found.answer === 'no' ? 'does not admit' : 'may not admit'} them: ${found.because}.`
      return told(found.answer === 'no' ? 'failed' : 'undetermined', words, placesOf(found.policy))
    }
    case 'denied': {
      const [first] = open
      if (first !== undefined)
        return told('failed', `They may request: policy ${first.policy.name} admits them.`, placesOf(first.policy))
      return doubt === undefined ? passed : told('undetermined', doubtWords(doubt), placesOf(doubt.policy))
    }
    case 'incompatible': {
      const asked = scenario.requests?.value.package
      const what =
        'package' in value ? `package ${value.package.name}` : `group ${value.group.name ?? value.group.displayName}`
      return asked === undefined || excludes(value, asked)
        ? passed
        : told('failed', `Package ${asked.name} does not exclude who has ${what}.`)
    }
    default: {
      const named = namedIn(scenario)
      const isMeant = ({ policy: { node } }: Candidate) => named.length === 0 || named.includes(node)
      const sure = open.filter(isMeant).map(({ policy }) => policy)
      const perhaps = doubtful.filter(isMeant)
      if (sure.length + perhaps.length === 0)
        return told(
          'failed',
          open.length + doubtful.length > 0
            ? 'The policy that is expected does not admit them.'
            : `They are denied: ${denial(all)}.`,
        )
      const differences = sure.flatMap(policy => {
        const instead = differing(value, policy.terms, on)
        return instead === undefined ? [] : [{ policy, instead }]
      })
      const [first] = differences
      if (first !== undefined) {
        const others = sure.filter(policy => differences.every(each => each.policy !== policy))
        return told('failed', termsWords(first, others), relatedOf(first.instead))
      }
      // Where it holds under a policy that surely admits them, only one that may admit them on other terms leaves a doubt.
      const doubted =
        sure.length === 0
          ? perhaps[0]
          : perhaps.find(({ policy: { terms } }) => differing(value, terms, on) !== undefined)
      return doubted === undefined ? passed : told('undetermined', doubtWords(doubted), placesOf(doubted.policy))
    }
  }
}

/** The policies that are expected themselves: terms are expected of these, else of all that admit the requestor, who may choose. */
const namedIn = ({ expectations }: ScenarioElement): readonly PolicyElement['node'][] =>
  expectations.flatMap(({ value }) => (value.expect === 'policy' ? [value.policy.node] : []))

const doubtWords = ({ policy, because }: Candidate): string => `It can’t be told for policy ${policy.name}: ${because}.`

const denial = (all: readonly Candidate[]): string =>
  all.length === 0
    ? 'the package has no policy'
    : all.map(({ policy, because }) => `of policy ${policy.name}, ${because}`).join('; ')

const termsWords = (
  { policy, instead }: { readonly policy: PolicyElement; readonly instead: Instead },
  others: readonly PolicyElement[],
): string => {
  const it = `Under policy ${policy.name}, ${instead.says}.`
  const [other] = others
  return other === undefined
    ? it
    : `${it} It is as expected under ${others.map(({ name }) => name).join(', ')}: add \`expect policy ${other.name}\` if that is meant.`
}

const placesOf = ({ name, nameRange, terms }: PolicyElement): Outcome['related'] => [
  { range: terms.requestable?.range ?? terms.automatic?.range ?? nameRange, message: `Policy ${name} says it here.` },
]

const relatedOf = ({ says, range }: Instead): Outcome['related'] =>
  range === undefined ? [] : [{ range, message: `${says.charAt(0).toUpperCase()}${says.slice(1)}.` }]
