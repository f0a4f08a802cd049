import { guide, type Page, resource } from './entry.ts'

const stage = resource('accessPackageApprovalStage')
const settings = resource('accessPackageAssignmentApprovalSettings')
const approvals = guide('entitlement-management-access-package-approval-policy')
const usgov = 'The clouds for the US government and in China do not know it.'

export const approvalPage: Page = {
  name: 'approval',
  title: 'Approval of requests',
  place: 'in a policy or policy template',
  frame: 'policy',
  intro: [
    'Who must agree before a request is granted: nobody, or people in up to three stages, one stage after the other. In a stage, one of its approvers decides.',
    'Who can approve is told by the page on [subjects](subjects.md).',
  ],
  entries: [
    {
      title: 'approval',
      types: ['Approval'],
      forms: ['approval { … }'],
      meaning: 'Requests wait for people to approve them, in up to three stages.',
      default: '`approval not required`',
      limits: ['One to three stages.'],
      graph: [
        'accessPackageAssignmentPolicy.requestApprovalSettings',
        'accessPackageAssignmentApprovalSettings.isApprovalRequiredForAdd',
        'accessPackageAssignmentApprovalSettings.stages',
      ],
      page: settings,
      example: `approval {
  justification required
  stage by internal sponsors, fallback governance
  stage by governance
}`,
      related: ['stage by', 'approval not required', 'justification'],
      rules: ['external-approval', 'agent-access'],
    },
    {
      title: 'approval not required',
      types: ['NoApproval'],
      forms: ['approval not required'],
      meaning: 'Requests are granted at once.',
      more: ['Where a template asks for approval, it takes that back.'],
      default: 'this holds',
      graph: ['accessPackageAssignmentApprovalSettings.isApprovalRequiredForAdd'],
      page: settings,
      example: 'approval not required',
      related: ['approval'],
      rules: ['external-approval'],
    },
    {
      title: 'justification',
      place: 'in an approval',
      types: ['Justification'],
      within: ['Approval'],
      forms: ['justification required|optional'],
      meaning: 'Whether requestors must say why they need access.',
      default: '`optional`',
      limits: [usgov],
      graph: ['accessPackageAssignmentApprovalSettings.isRequestorJustificationRequired'],
      page: settings,
      example: `approval {
  justification required
  stage by manager, fallback governance
}`,
      rules: ['external-justification'],
    },
    {
      title: 'stage by',
      place: 'in an approval',
      types: ['Stage'],
      forms: ['stage by SUBJECT, …', 'stage by SUBJECT, …, fallback SUBJECT, …', 'stage by SUBJECT, … { … }'],
      meaning: 'One of these people decides; then the next stage begins.',
      more: [
        'The `fallback` decides where there is no such person: a requestor without a manager, an organization without sponsors.',
      ],
      limits: ['At most three stages in an approval.', '`self` and `group owners` can’t approve.'],
      graph: [
        'accessPackageAssignmentApprovalSettings.stages',
        'accessPackageApprovalStage.primaryApprovers',
        'accessPackageApprovalStage.fallbackPrimaryApprovers',
      ],
      page: stage,
      example: `approval {
  stage by manager, fallback governance
  stage by anna, governance { within 7 days }
}`,
      related: ['subjects/subject', 'within', 'escalate to'],
    },
    {
      title: 'within',
      place: 'in a stage',
      types: ['Within'],
      forms: ['within DURATION'],
      meaning: 'A request that nobody decided after this long is denied.',
      default: '14 days',
      graph: ['accessPackageApprovalStage.durationBeforeAutomaticDenial'],
      page: stage,
      example: `approval {
  stage by manager, fallback governance { within 7 days }
}`,
      related: ['escalate to'],
    },
    {
      title: 'justification of approvers',
      place: 'in a stage',
      types: ['Justification'],
      within: ['Stage'],
      forms: ['justification required|optional'],
      meaning: 'Whether approvers must say why they decide as they do.',
      default: '`required`',
      graph: ['accessPackageApprovalStage.isApproverJustificationRequired'],
      page: stage,
      example: `approval {
  stage by manager, fallback governance { justification optional }
}`,
    },
    {
      title: 'approvers',
      place: 'in a stage',
      types: ['ApproverVisibility'],
      forms: ['approvers shown|hidden'],
      meaning: 'Whether requestors see who decides.',
      default: 'as the tenant has it (Graph: `default`)',
      limits: [usgov],
      graph: ['accessPackageApprovalStage.approverInformationVisibility: notVisible'],
      page: stage,
      example: `approval {
  stage by manager, fallback governance { approvers hidden }
}`,
    },
    {
      title: 'escalate to',
      place: 'in a stage',
      types: ['Escalation'],
      forms: ['escalate to SUBJECT, … after DURATION', 'escalate to SUBJECT, …, fallback SUBJECT, … after DURATION'],
      meaning: 'Who may decide too, once the approvers have let this long pass.',
      default: 'no escalation',
      limits: [
        'The stage lasts at least 4 days, and escalation comes between the day after its half and the day before its last: in a stage of 14 days, after 8 to 13 days.',
      ],
      graph: [
        'accessPackageApprovalStage.isEscalationEnabled',
        'accessPackageApprovalStage.escalationApprovers',
        'accessPackageApprovalStage.fallbackEscalationApprovers',
        'accessPackageApprovalStage.durationBeforeEscalation',
      ],
      page: approvals,
      example: `approval {
  stage by manager, fallback governance {
    within 14 days
    escalate to anna after 9 days
  }
}`,
      related: ['within'],
    },
  ],
}
