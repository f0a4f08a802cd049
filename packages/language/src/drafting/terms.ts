import { textLiteral } from '../printing/source/text-literal.ts'
import type { Program } from '../resolve/program.ts'
import type { Question } from './question.ts'
import { somebody } from './somebody.ts'

const administrators = 'no one'
const members = 'any member'

/** Asks what a policy says, and ends in its statements, one to a line. */
export function* terms(program: Program): Generator<Question, readonly string[], string> {
  const who = yield requestors(program)
  if (who === administrators) {
    const days = yield duration
    return [
      `description ${textLiteral('Assigned by administrators.')}`,
      'requestable by no one',
      `expires after ${days} days`,
    ]
  }
  const isExternal = who !== members
  const approval = yield approvals(isExternal)
  const decider = yield* somebody('decider', deciderTitles[approval] ?? '', program)
  const days = yield duration
  const frequency = yield frequencies(isExternal, days)
  const stage = approval === 'named' ? `stage by ${decider}` : `stage by ${approval}, fallback ${decider}`
  const whose = isExternal ? organizationIn(program, who) : 'Members of the organization'
  return [
    `description ${textLiteral(`${whose}, ${approvedBy[approval] ?? ''}.`)}`,
    `requestable by ${isExternal ? `users from ${who}` : members}`,
    `approval {\njustification required\n${stage}\n}`,
    `expires after ${days} days`,
    ...(frequency === 'none'
      ? []
      : [
          `review ${frequency} {
open for 14 days
reviewers ${decider}
if no response remove access
}`,
        ]),
  ]
}

/** What a policy is called that is made with a package. */
export const policyName = (statements: readonly string[]): string => {
  if (statements.includes('requestable by no one')) return 'Assigned by administrators'
  return statements.includes(`requestable by ${members}`) ? 'Members' : 'Partners'
}

const organizationIn = ({ organizations }: Program, name: string): string =>
  `Users from ${organizations.find(each => each.name === name)?.displayName ?? name}`

const requestors = ({ organizations }: Program): Question => ({
  id: 'requestors',
  title: 'Who may request it?',
  choices: [
    { value: members, label: 'Members of your organization', detail: 'no guests' },
    ...organizations.map(({ name, displayName }) => ({
      value: name,
      label: `Users from ${displayName}`,
      detail: 'a partner organization',
    })),
    { value: administrators, label: 'Nobody', detail: 'administrators assign it' },
  ],
})

const approvals = (isExternal: boolean): Question => ({
  id: 'approval',
  title: 'Who approves a request?',
  choices: [
    isExternal
      ? {
          value: 'internal sponsors',
          label: 'The sponsors of the partner organization',
          detail: 'or else a group that you name',
        }
      : { value: 'manager', label: 'The requestor’s manager', detail: 'or else a group that you name' },
    { value: 'named', label: 'A group that you name' },
  ],
})

const deciderTitles: { readonly [approval: string]: string } = {
  manager: 'Which group approves where there is no manager, and reviews access?',
  'internal sponsors': 'Which group approves where there is no sponsor, and reviews access?',
  named: 'Which group approves requests, and reviews access?',
}

const approvedBy: { readonly [approval: string]: string } = {
  manager: 'approved by their manager',
  'internal sponsors': 'approved by sponsors',
  named: 'approved by us',
}

const duration: Question = {
  id: 'days',
  title: 'When does access end?',
  choices: [
    { value: '90', label: 'After 90 days' },
    { value: '180', label: 'After 180 days' },
    { value: '365', label: 'After 365 days' },
  ],
}

/** How often reviews come that do come before access ends. */
const frequent: { readonly [days: string]: readonly string[] } = {
  '90': ['monthly'],
  '180': ['quarterly', 'monthly'],
  '365': ['quarterly', 'biannually'],
}

const often: { readonly [frequency: string]: string } = {
  monthly: 'Every month',
  quarterly: 'Every quarter',
  biannually: 'Every half year',
}

const frequencies = (isExternal: boolean, days: string): Question => ({
  id: 'review',
  title: 'How often is access reviewed?',
  choices: [
    ...(frequent[days] ?? [])
      .filter(value => !isExternal || value !== 'biannually')
      .map(value => ({
        value,
        label: often[value] ?? value,
        detail: 'access that nobody confirms is removed',
      })),
    ...(isExternal ? [] : [{ value: 'none', label: 'Never', detail: 'it only ends' }]),
  ],
})
