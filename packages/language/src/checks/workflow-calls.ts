import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Moments that Graph doesn't know, and calls that are said twice. */
export const workflowCalls: FileCheck = ({ documents }) =>
  documents.flatMap(document => [
    ...nodesOf(document, 'OnCall').flatMap(daysOfCall),
    ...[...nodesOf(document, 'Policy'), ...nodesOf(document, 'PolicyTemplate')].flatMap(({ statements }) =>
      calledTwice(statements.filter(statement => statement.$type === 'OnCall')),
    ),
  ])

/** https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
const daysOfCall = (call: ast.OnCall): Finding[] => {
  const { days } = call
  if (days === undefined || days === 14 || days === 1) return []
  const range = propertyRange(call, 'days')
  const nearest = days > 7 ? 14 : 1
  return [
    findingAt(
      'call-days',
      'error',
      range,
      `A workflow can be called 14 days or 1 day before access expires, not ${days}. Write \`${nearest === 1 ? '1 day' : '14 days'}\`.`,
      { fixes: [{ title: `Write ${nearest}`, safe: false, edits: [{ range, text: String(nearest) }] }] },
    ),
  ]
}

const calledTwice = (calls: readonly ast.OnCall[]): Finding[] => {
  const first = new Map<string, ast.OnCall>()
  return calls.flatMap(call => {
    if (call.event === undefined || call.workflow === undefined) return []
    const key = `${call.event} ${call.days ?? ''} ${call.workflow.$refText}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, call)
      return []
    }
    return [
      findingAt(
        'repeated-call',
        'warning',
        rangeOf(call),
        `Workflow ${call.workflow.$refText} is called then already. Leave this out.`,
        {
          related: [{ place: { kind: 'source', range: rangeOf(before) }, message: 'It is called here first.' }],
        },
      ),
    ]
  })
}
