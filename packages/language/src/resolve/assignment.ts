import type * as ast from '../generated/ast.ts'
import { endingAt, startingAt } from '../syntax/moment.ts'
import { rangeOf } from '../syntax/range.ts'
import type { Names } from './names.ts'
import type { AssignElement } from './program.ts'

/** A direct assignment; undefined where its package, policy or subject is unknown. */
export const assignmentOf = (node: ast.Assign, { directory, packageOf }: Names): AssignElement | undefined => {
  const target = node.package?.ref
  const element = target === undefined ? undefined : packageOf(target)
  const policy = element?.policies.find(candidate => candidate.node === node.policy?.ref)
  const subject = directory.use(node.subject)
  if (element === undefined || policy === undefined || subject === undefined) return undefined
  return {
    element: 'assign',
    node,
    subject,
    package: element,
    policy,
    ...(node.from?.date === undefined ? {} : { from: { value: startingAt(node.from), range: rangeOf(node.from) } }),
    ...(node.until?.date === undefined ? {} : { until: { value: endingAt(node.until), range: rangeOf(node.until) } }),
    range: rangeOf(node),
  }
}
