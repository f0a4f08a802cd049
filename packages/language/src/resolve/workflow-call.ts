import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import type { CallEvent, WorkflowCall, WorkflowElement } from './program.ts'

const events = {
  created: 'request created',
  approved: 'request approved',
  granted: 'assignment granted',
  removed: 'assignment removed',
} as const

/** Which workflow is called when; undefined where the statement is broken or nothing has that name. */
export const workflowCallOf = (
  node: ast.OnCall,
  workflowOf: (node: ast.Workflow) => WorkflowElement | undefined,
): WorkflowCall | undefined => {
  const target = node.workflow?.ref
  const workflow = target === undefined ? undefined : workflowOf(target)
  const event = eventOf(node)
  return workflow === undefined || event === undefined ? undefined : { event, workflow, range: rangeOf(node) }
}

const eventOf = ({ event, days }: ast.OnCall): CallEvent | undefined => {
  if (event === 'expiry') return days === undefined ? undefined : { daysBeforeExpiry: days }
  return event === undefined ? undefined : events[event]
}
