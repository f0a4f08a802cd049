import type { Value } from '@entitle/graph'
import type { ApprovalStage, Terms } from '../resolve/program.ts'
import { isoDuration } from './iso-duration.ts'
import type { Lowering } from './lowering.ts'
import { subjectSets } from './subject-set.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentapprovalsettings */
export const approvalSettings = ({ approval, extension }: Terms, lowering: Lowering): Value => {
  const required = approval?.value.required === true ? approval.value : undefined
  return {
    isApprovalRequiredForAdd: required !== undefined,
    isApprovalRequiredForUpdate: extension?.value.allowed === true && extension.value.approval,
    ...(isKnownTo(lowering) || required?.justification === true
      ? { isRequestorJustificationRequired: required?.justification ?? false }
      : {}),
    stages: (required?.stages ?? []).map(stage => approvalStage(stage, lowering)),
  }
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageapprovalstage: arrays that hold nobody must be there all the same. */
const approvalStage = (stage: ApprovalStage, lowering: Lowering): Value => {
  const { approvers, fallback, withinMinutes, approversShown, justification, escalation } = stage
  return {
    durationBeforeAutomaticDenial: isoDuration(withinMinutes),
    isApproverJustificationRequired: justification,
    ...(isKnownTo(lowering) || approversShown !== undefined
      ? {
          approverInformationVisibility:
            approversShown === undefined ? 'default' : approversShown ? 'visible' : 'notVisible',
        }
      : {}),
    primaryApprovers: subjectSets(approvers, lowering),
    fallbackPrimaryApprovers: subjectSets(fallback, lowering),
    isEscalationEnabled: escalation !== undefined,
    durationBeforeEscalation: escalation === undefined ? 'PT0S' : isoDuration(escalation.afterMinutes),
    escalationApprovers: subjectSets(escalation?.approvers ?? [], lowering),
    fallbackEscalationApprovers: subjectSets(escalation?.fallback ?? [], lowering),
  }
}

/** Only Graph's global service knows who gives reasons to request, and who sees approvers: elsewhere that is sent where it is said. */
const isKnownTo = ({ cloud }: Lowering): boolean => cloud === 'global'
