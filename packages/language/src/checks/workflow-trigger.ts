import type { Finding } from '@entitle/graph'
import type { CallEvent, WorkflowCall } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { policiesOf } from './names.ts'

/**
 * Workflows that are called at a moment that they are not for: those on requests run when a request is made or approved and when access is
 * given or taken, those on assignments before access expires.
 * https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequestworkflowextension
 */
export const workflowTrigger: Check = ({ program }) =>
  policiesOf(program)
    .flatMap(({ terms: { calls } }) => (calls === undefined || calls.template !== undefined ? [] : calls.value))
    .flatMap(misfit)

const misfit = ({ event, workflow, range }: WorkflowCall): Finding[] => {
  const fitting = triggerFor(event)
  if (workflow.trigger === undefined || workflow.trigger.value === fitting) return []
  const { uri, start } = workflow.trigger.range
  return [
    findingAt(
      'workflow-trigger',
      'error',
      range,
      `${wordsOf(event)} calls workflows \`on ${fitting}\`, and ${workflow.name} is one \`on ${workflow.trigger.value}\`. Name another workflow, or change its trigger.`,
      {
        related: [
          { place: { kind: 'source', range: workflow.trigger.range }, message: `The trigger of ${workflow.name}.` },
        ],
        fixes: [
          {
            title: `Make workflow ${workflow.name} one on ${fitting}`,
            safe: false,
            edits: [{ range: { uri, start, end: workflow.trigger.range.end }, text: `on ${fitting}` }],
          },
        ],
      },
    ),
  ]
}

const triggerFor = (event: CallEvent): 'request' | 'assignment' =>
  typeof event === 'string' ? 'request' : 'assignment'

const wordsOf = (event: CallEvent): string =>
  typeof event === 'string'
    ? `\`on ${event}\``
    : `\`on ${event.daysBeforeExpiry} ${event.daysBeforeExpiry === 1 ? 'day' : 'days'} before expiry\``
