import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Approvals that a scenario expects and that no policy could give. */
export const expectedApproval: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'ExpectApproval'))
    .flatMap(({ stages }) => [...tooMany(stages), ...stages.flatMap(({ approvers }) => approvers.flatMap(unfit))])

const tooMany = (stages: readonly ast.ExpectedStage[]): Finding[] =>
  stages
    .slice(3)
    .map(stage =>
      findingAt(
        'too-many-stages',
        'error',
        rangeOf(stage),
        `An approval has at most three stages, and ${stages.length} are expected here. Leave this one out.`,
      ),
    )

const unfit = (subject: ast.Subject): Finding[] => {
  if (subject.$type !== 'Self' && subject.$type !== 'GroupOwners') return []
  const word = subject.$type === 'Self' ? 'self' : 'group owners'
  return [
    findingAt(
      'approver-kind',
      'error',
      rangeOf(subject),
      `\`${word}\` can only review, not approve. Expect a user or a group, \`manager\` or \`internal sponsors\`.`,
    ),
  ]
}
