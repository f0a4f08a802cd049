import { duration, object, off, type Shape } from './shape.ts'
import { subjects } from './subject-set.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageapprovalstage */
const stage = object({
  durationBeforeAutomaticDenial: duration,
  isApproverJustificationRequired: off,
  approverInformationVisibility: { is: 'exact', absent: 'default' },
  primaryApprovers: subjects,
  fallbackPrimaryApprovers: subjects,
  isEscalationEnabled: off,
  durationBeforeEscalation: { is: 'duration', absent: 'P0D' },
  escalationApprovers: subjects,
  fallbackEscalationApprovers: subjects,
})

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentapprovalsettings */
export const approvalSettings: Shape = object({
  isApprovalRequiredForAdd: off,
  isApprovalRequiredForUpdate: off,
  isRequestorJustificationRequired: off,
  stages: { is: 'list', of: stage },
})

export const approverLists = [
  'primaryApprovers',
  'fallbackPrimaryApprovers',
  'escalationApprovers',
  'fallbackEscalationApprovers',
] as const
