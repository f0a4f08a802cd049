import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { assignKey } from '../references/facts.ts'
import type { AssignElement } from '../resolve/program.ts'
import { durationWords } from '../syntax/duration.ts'
import { rangeOf } from '../syntax/range.ts'
import { type Check, type Checked, findingAt } from './check.ts'
import { calledAs } from './names.ts'

/** Assignments that end before they start, that their policy ends earlier, or that are made twice. */
export const assignments: Check = ({ program, today, elements, facts }) =>
  program.assignments.flatMap(assignment => [
    ...order(assignment),
    ...policyOver(assignment, today),
    ...outlives(assignment, today),
    ...twice(assignment, { elements, facts }),
  ])

const order = ({ from, until }: AssignElement): Finding[] =>
  from === undefined || until === undefined || from.value < until.value
    ? []
    : [
        findingAt(
          'assignment-dates',
          'error',
          until.range,
          `This assignment ends before it starts (${day(from.value)}). Write a later end, or an earlier start.`,
        ),
      ]

const policyOver = ({ from, policy, node }: AssignElement, today: string): Finding[] => {
  const expiration = policy.terms.expiration
  if (expiration?.value.expires !== 'on') return []
  const { date, written } = expiration.value
  const start = from?.value ?? `${today}T00:00:00Z`
  return start < date
    ? []
    : [
        findingAt(
          'assignment-after-end',
          'error',
          from?.range ?? rangeOf(node),
          `Access under policy ${policy.name} expires on ${written}, before this assignment starts. Write an earlier start, or assign under another policy.`,
          {
            related: [
              { place: { kind: 'source', range: expiration.range }, message: 'The policy ends its access here.' },
            ],
          },
        ),
      ]
}

/** What a policy allows caps what is assigned under it, day by day. Without `from`, access starts today at the earliest. */
const outlives = ({ from, until, policy }: AssignElement, today: string): Finding[] => {
  const expiration = policy.terms.expiration
  if (until === undefined || expiration === undefined || expiration.value.expires === 'never') return []
  const start = from?.value ?? `${today}T00:00:00Z`
  const { value } = expiration
  const latest = value.expires === 'on' ? value.date : later(start, value.minutes)
  if (day(until.value) <= day(latest) || start >= latest || until.value <= start) return []
  const why =
    value.expires === 'on'
      ? `expires on ${value.written}`
      : `expires ${durationWords(value.minutes)} after it starts${from === undefined ? '' : ` on ${day(start)}`}`
  return [
    findingAt(
      'assignment-outlives-policy',
      'error',
      until.range,
      `Access under policy ${policy.name} ${why}, before this assignment ends. Write \`until ${day(latest)}\` or earlier, or assign under another policy.`,
      {
        related: [{ place: { kind: 'source', range: expiration.range }, message: 'The policy ends its access here.' }],
        fixes: [{ title: `Write ${day(latest)}`, safe: false, edits: [{ range: until.range, text: day(latest) }] }],
      },
    ),
  ]
}

/** The first of several stays. */
const twice = (assignment: AssignElement, { elements, facts }: Pick<Checked, 'elements' | 'facts'>): Finding[] => {
  const { node, subject, policy } = assignment
  const before = facts
    .at(assignKey(node.policy?.$refText ?? ''))
    .flatMap(said => elements.assignmentOf(said.node as ast.Assign) ?? [])
    .find(other => other.subject.object === subject.object && other.policy === policy)
  if (before === undefined || before.node === node) return []
  return [
    findingAt(
      'repeated-assignment',
      'error',
      assignment.range,
      `Package ${assignment.package.name} is assigned to ${calledAs(subject.object)} using ${policy.name} already. Leave one of the two out.`,
      { related: [{ place: { kind: 'source', range: before.range }, message: 'It is assigned here first.' }] },
    ),
  ]
}

const day = (moment: string): string => moment.slice(0, 10)

/** A moment so many minutes later. */
const later = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z')
