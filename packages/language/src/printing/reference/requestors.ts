import { type Entry, guide, type Page } from './entry.ts'

const page = guide('entitlement-management-access-package-request-policy')

/** One of the answers to who may request. */
const who = (
  words: string,
  type: string,
  scope: string,
  meaning: string,
  more: Partial<Pick<Entry, 'forms' | 'example' | 'limits' | 'rules' | 'graph' | 'related'>> = {},
): Entry => ({
  title: `requestable by ${words}`,
  types: [type],
  forms: [`requestable by ${words}`],
  meaning,
  page,
  example: `requestable by ${words}`,
  ...more,
  graph: [`accessPackageAssignmentPolicy.allowedTargetScope: ${scope}`, ...(more.graph ?? [])],
  related: ['requestable by', ...(more.related ?? [])],
})

export const requestorsPage: Page = {
  name: 'requestors',
  title: 'Who may request',
  place: 'in a policy or policy template',
  frame: 'policy',
  intro: [
    'A policy says once who may request its package. Where it says nothing, nobody may: administrators assign people directly.',
    'Policies that let people from outside in should say so for them alone: guests and members rarely need the same approval, end and review.',
  ],
  entries: [
    {
      title: 'requestable by',
      types: ['Requestable'],
      forms: ['requestable by WHO'],
      meaning: 'Who may request the package.',
      default: 'no one; administrators assign directly',
      limits: ['It stands once in a policy, and not beside `assigned automatically`.'],
      graph: [
        'accessPackageAssignmentPolicy.allowedTargetScope',
        'accessPackageAssignmentPolicy.specificAllowedTargets',
        'accessPackageAssignmentRequestorSettings.enableTargetsToSelfAddAccess',
      ],
      page,
      example: 'requestable by users from fabrikam, litware',
      related: ['policy/assigned automatically', 'policy/managers may request for their reports'],
      rules: ['any-external-user', 'mixed-audience'],
    },
    who('no one', 'NoOne', 'notSpecified', 'Nobody requests; administrators assign directly.', {
      related: ['assign/assign'],
    }),
    who(
      'these users and groups',
      'TheseObjects',
      'specificDirectoryUsers',
      'These users, and the members of these groups.',
      {
        forms: ['requestable by NAME, user "USER PRINCIPAL NAME", group "DISPLAY NAME", …'],
        example: 'requestable by anna, group "Sales"',
        graph: ['singleUser.userId', 'groupMembers.groupId'],
        limits: ['Only users and groups; apps stand behind `app`.'],
      },
    ),
    who('any member', 'AnyMember', 'allMemberUsers', 'Every member of the tenant, no guests.'),
    who('any user', 'AnyUser', 'allDirectoryUsers', 'Every member and every guest of the tenant.', {
      rules: ['mixed-audience'],
    }),
    who(
      'users from',
      'UsersFrom',
      'specificConnectedOrganizationUsers',
      'Everyone from these connected organizations.',
      {
        forms: ['requestable by users from ORGANIZATION, …'],
        example: 'requestable by users from fabrikam, litware',
        graph: ['connectedOrganizationMembers.connectedOrganizationId'],
        related: ['organization/organization', 'catalog/visible to external users'],
        rules: ['external-approval', 'external-expiration', 'external-review', 'proposed-organization'],
      },
    ),
    who(
      'any connected organization',
      'AnyConnectedOrganization',
      'allConfiguredConnectedOrganizationUsers',
      'Everyone from a configured connected organization.',
      {
        related: ['organization/state'],
        rules: ['every-connected-organization', 'external-approval', 'external-expiration', 'external-review'],
      },
    ),
    who(
      'any external user',
      'AnyExternalUser',
      'allExternalUsers',
      'Everyone from anywhere outside, also from companies that nobody configured.',
      { rules: ['any-external-user'] },
    ),
    who(
      'any service principal',
      'AnyServicePrincipal',
      'allDirectoryServicePrincipals',
      'Every service principal of the tenant.',
      { rules: ['agent-access'] },
    ),
    who('app', 'TheseApps', 'specificDirectoryServicePrincipals', 'These apps’ service principals.', {
      forms: ['requestable by app APP, app APP, …', 'requestable by app "DISPLAY NAME", …'],
      example: 'requestable by app salesforce, app "Payroll"',
      graph: ['singleServicePrincipal.servicePrincipalId'],
      rules: ['agent-access'],
    }),
    who(
      'any agent identity',
      'AnyAgentIdentity',
      'allDirectoryAgentIdentities',
      'Every agent identity of the tenant.',
      {
        rules: ['agent-access'],
      },
    ),
  ],
}
