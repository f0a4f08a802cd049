import type * as ast from '../generated/ast.ts'
import { minutesOf } from '../syntax/duration.ts'
import { rangeOf } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import { statementOf, statementsOf } from './element.ts'
import type { Approval, ApprovalStage } from './program.ts'
import { subjectsOf } from './subject.ts'

/** How long a stage waits when nothing is said, in minutes: 14 days, as the portal's default. */
export const defaultWithinMinutes = 14 * 1440

export const approvalOf = (node: ast.NoApproval | ast.Approval, directory: Directory): Approval => {
  if (node.$type === 'NoApproval') return { required: false }
  const justification = statementOf<ast.Justification>(node, 'Justification')
  return {
    required: true,
    justification: justification?.value === 'required',
    ...(justification === undefined ? {} : { justificationRange: rangeOf(justification) }),
    stages: statementsOf<ast.Stage>(node, 'Stage').map(stage => stageOf(stage, directory)),
  }
}

const stageOf = (node: ast.Stage, directory: Directory): ApprovalStage => {
  const within = statementOf<ast.Within>(node, 'Within')?.duration
  const visibility = statementOf<ast.ApproverVisibility>(node, 'ApproverVisibility')?.value
  const escalation = statementOf<ast.Escalation>(node, 'Escalation')
  return {
    approvers: subjectsOf(node.approvers, directory),
    fallback: subjectsOf(node.fallback, directory),
    withinMinutes: within === undefined ? defaultWithinMinutes : minutesOf(within),
    ...(within === undefined ? {} : { withinRange: rangeOf(within) }),
    ...(visibility === undefined ? {} : { approversShown: visibility === 'shown' }),
    justification: statementOf<ast.Justification>(node, 'Justification')?.value !== 'optional',
    ...(escalation === undefined
      ? {}
      : {
          escalation: {
            approvers: subjectsOf(escalation.approvers, directory),
            fallback: subjectsOf(escalation.fallback, directory),
            afterMinutes: minutesOf(escalation.after),
            range: rangeOf(escalation),
          },
        }),
    range: rangeOf(node),
  }
}
