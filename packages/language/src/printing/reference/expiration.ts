import { type Page, resource } from './entry.ts'

export const expirationPage: Page = {
  name: 'expiration',
  title: 'How long access lasts',
  place: 'in a policy or policy template',
  frame: 'policy',
  intro: ['When an assignment ends, and whether people may prolong it themselves.'],
  entries: [
    {
      title: 'expires',
      types: ['Expiration'],
      forms: ['expires after DURATION', 'expires on DATE [TIME]', 'never expires'],
      meaning: 'When an assignment ends: some time after it began, on a date, or never.',
      more: ['A date means the end of that day, in UTC, unless a time follows.'],
      default: 'never expires',
      graph: ['accessPackageAssignmentPolicy.expiration', 'expirationPattern.type', 'expirationPattern.duration'],
      page: resource('expirationPattern'),
      example: 'expires after 180 days',
      related: ['extension', 'values/duration', 'values/date'],
      rules: ['external-expiration', 'expiration-or-review', 'project-end-date'],
    },
    {
      title: 'extension',
      types: ['Extension'],
      forms: ['extension allowed', 'extension allowed with approval', 'extension denied'],
      meaning: 'Whether people may extend their access before it ends, and whether that takes approval.',
      default: '`extension denied`',
      limits: ['`with approval` needs the stages of an `approval`: they decide on extensions too.'],
      graph: [
        'accessPackageAssignmentRequestorSettings.enableTargetsToSelfUpdateAccess',
        'accessPackageAssignmentApprovalSettings.isApprovalRequiredForUpdate',
      ],
      page: resource('accessPackageAssignmentRequestorSettings'),
      example: `approval { stage by manager, fallback governance }
extension allowed with approval`,
      related: ['expires', 'approval/approval'],
      rules: ['extension-approval', 'extension-denied'],
    },
  ],
}
