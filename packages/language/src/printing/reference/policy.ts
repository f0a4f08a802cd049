import { guide, type Page, resource } from './entry.ts'

const policy = resource('accessPackageAssignmentPolicy')
const requestorSettings = resource('accessPackageAssignmentRequestorSettings')

export const policyPage: Page = {
  name: 'policy',
  title: 'Policies and policy templates',
  place: 'in a policy or policy template',
  frame: 'policy',
  intro: [
    'Who may get a package, for how long, with whose approval and review. A package may have several policies, for different people.',
    'A template holds statements for several policies. A policy takes its template’s statements, and a statement of the same kind in the policy replaces the template’s; lists are replaced, not merged. Templates chain. Hovering over `from` shows the result.',
    'Who may request has [a page of its own](requestors.md); so have [approval](approval.md), [how long access lasts](expiration.md), [reviews](review.md), [questions](questions.md) and [workflows](workflow.md#call).',
  ],
  example: `tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}

user  anna         "anna@contoso.com"
group governance   "Identity Governance desk"
group partner-pms  "Partner programme managers"

organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}

policy template external-standard {
  approval {
    justification required
    stage by internal sponsors, fallback governance {
      within 14 days
      justification required
      approvers hidden
      escalate to anna after 9 days
    }
    stage by governance
  }
  extension allowed with approval
  review quarterly {
    starting 2027-01-04
    open for 14 days
    reviewers partner-pms, fallback governance
    if no response remove access
    recommendations shown
    justification required
  }
}

catalog partners "Partner collaboration" {
  owners governance
  package managers partner-pms
  resources group "Project Alpine"

  package alpine "Alpine supplier access" {
    grants "Member" of group "Project Alpine"
    policy suppliers "Approved suppliers" from external-standard {
      requestable by users from fabrikam
      expires after 180 days
    }
    policy staff "Employees" {
      requestable by any member
      approval { stage by manager, fallback governance { within 7 days } }
      expires after 365 days
      extension denied
    }
  }
}`,
  entries: [
    {
      title: 'policy',
      place: 'in a package',
      types: ['Policy'],
      forms: ['policy NAME "DISPLAY NAME" { … }', 'policy NAME "DISPLAY NAME" from TEMPLATE { … }'],
      meaning: 'Who may get the package, who approves, how long it lasts, who reviews it.',
      more: [
        'A policy says all that the language can say: who takes a statement out of the sources takes back what it did.',
      ],
      limits: ['Its display name is unique in its package.'],
      graph: ['accessPackageAssignmentPolicy'],
      page: policy,
      frame: 'package',
      example: `policy staff "Employees" {
  requestable by any member
  approval { stage by manager, fallback governance }
  expires after 365 days
}`,
      related: [
        'policy template',
        'requestors/requestable by',
        'approval/approval',
        'expiration/expires',
        'review/review',
      ],
      rules: ['mixed-audience', 'expiration-or-review'],
    },
    {
      title: 'policy template',
      place: '',
      types: ['PolicyTemplate'],
      forms: ['policy template NAME { … }', 'policy template NAME from TEMPLATE { … }'],
      meaning:
        'Statements that policies take over with `from`; a policy’s own statement of the same kind replaces the template’s.',
      more: [
        'Entitlement management knows no templates: each policy is deployed with what its template says. Questions are taken over or replaced all together.',
      ],
      limits: ['A template can’t build on itself.', '`id`, `formerly` and `on … call` belong into policies.'],
      frame: 'file',
      example: `policy template employees {
  approval { stage by manager, fallback governance }
  expires after 365 days
}`,
      related: ['policy'],
    },
    {
      title: 'assigned automatically',
      types: ['AssignedAutomatically'],
      forms: ['assigned automatically where "RULE"', 'assigned automatically where "RULE", removed after DURATION'],
      meaning: 'Everyone whom the rule matches holds the package, without a request.',
      more: [
        'The rule is a membership rule as dynamic groups have it, over attributes of users. Access goes when the rule no longer matches, at once or after the time behind `removed after`.',
      ],
      default: 'people request',
      limits: [
        'A package has one such policy; it has no `requestable by`, `approval`, `extension allowed`, `ask`, `managers may request for their reports` or `requestor may choose dates`.',
        'Rules by group (`memberOf`) are ending.',
        'Automatic assignment needs a licence of Microsoft Entra ID Governance.',
      ],
      graph: [
        'accessPackageAssignmentPolicy.automaticRequestSettings',
        'accessPackageAutomaticRequestSettings.gracePeriodBeforeAccessRemoval',
        'attributeRuleMembers.membershipRule',
      ],
      page: guide('entitlement-management-access-package-auto-assignment-policy'),
      example: 'assigned automatically where "user.department -eq \\"Sales\\"", removed after 7 days',
      related: ['requestors/requestable by'],
      rules: ['automatic-guests'],
    },
    {
      title: 'managers may request for their reports',
      types: ['OnBehalf'],
      forms: ['managers may request for their reports'],
      meaning: 'Managers may request the package for the people who report to them.',
      default: 'people request for themselves only',
      limits: [
        'People from outside and apps rarely have managers.',
        'Requests on behalf of others need a licence of Microsoft Entra ID Governance.',
      ],
      graph: [
        'accessPackageAssignmentRequestorSettings.enableOnBehalfRequestorsToAddAccess',
        'accessPackageAssignmentRequestorSettings.onBehalfRequestors',
      ],
      page: requestorSettings,
      example: `requestable by any member
managers may request for their reports`,
      related: ['requestors/requestable by'],
    },
    {
      title: 'requestor may choose dates',
      types: ['ChooseDates'],
      forms: ['requestor may choose dates'],
      meaning: 'Requestors may choose when their access starts and ends.',
      more: ['Within what `expires` allows.'],
      default: 'access starts when it is granted',
      graph: ['accessPackageAssignmentRequestorSettings.allowCustomAssignmentSchedule'],
      page: requestorSettings,
      example: `requestable by any member
requestor may choose dates`,
      related: ['expiration/expires'],
    },
    {
      title: 'notifications off',
      types: ['Notifications'],
      forms: ['notifications off'],
      meaning: 'Nobody gets mail about assignments of this policy.',
      more: [
        'That is the mail that access was granted, is about to end, and has ended. Approvers are asked all the same.',
      ],
      default: 'mail is sent',
      limits: ['The clouds for the US government and in China do not know it.'],
      graph: ['accessPackageNotificationSettings.isAssignmentNotificationDisabled'],
      page: policy,
      example: 'notifications off',
    },
  ],
}
