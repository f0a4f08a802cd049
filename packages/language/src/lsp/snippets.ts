// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${1:…} is how the Language Server Protocol writes a snippet's placeholder
import { daysAfter } from '../rules/dates.ts'
import { firstOfNextMonth, offeredDates } from './dates.ts'

/** A whole statement or phrase to insert; `insert` is a snippet as the Language Server Protocol has them. */
export interface Snippet {
  readonly label: string
  readonly insert: string
}

/** Dates of snippets, which follow the calendar. */
const dates: { readonly [word: string]: (today: string) => string } = {
  END_OF_QUARTER: today => offeredDates(today)[2]?.date ?? today,
  NEXT_MONTH: today => firstOfNextMonth(today),
  IN_90_DAYS: today => daysAfter(today, 90),
  IN_A_YEAR: today => daysAfter(today, 365),
}

/** A snippet's text with the dates that are meant today. */
export const dated = (insert: string, today: string): string =>
  insert.replace(/[A-Z]+(_[A-Z0-9]+)+/g, word => dates[word]?.(today) ?? word)

/** The text of a snippet for an editor that has none: with its placeholders as they stand. */
export const withoutPlaceholders = (insert: string): string =>
  insert
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1')

const snippet = (label: string, insert: string = label): Snippet => ({ label, insert })

const review = (head: string) => `${head} {
  open for \${1:14} days
  reviewers \${2:reviewers}, fallback \${3:owners}
  if no response remove access
}`

/** By the grammar's rule that begins where the cursor is. The first word of each must be the one that the grammar expects. */
export const snippets: { readonly [rule: string]: readonly Snippet[] } = {
  Tenant: [snippet('tenant', 'tenant ${1:name} "${2:Display name}" {\n  domain "${3:contoso.com}"\n  $0\n}')],
  Organization: [
    snippet(
      'organization',
      'organization ${1:name} "${2:Display name}" {\n  domain "${3:fabrikam.com}"\n  internal sponsors ${4:sponsor}\n}',
    ),
  ],
  DirectoryObject: [
    snippet('user', 'user ${1:name} "${2:user@contoso.com}"'),
    snippet('group', 'group ${1:name} "${2:Display name}"'),
    snippet('app', 'app ${1:name} "${2:Display name}"'),
    snippet('site', 'site ${1:name} "${2:https://contoso.sharepoint.com/sites/name}"'),
  ],
  ObjectUse: [
    snippet('user', 'user "$1"'),
    snippet('group', 'group "$1"'),
    snippet('app', 'app "$1"'),
    snippet('site', 'site "$1"'),
  ],
  Exclusion: [snippet('group', 'group "$1"')],
  Catalog: [
    snippet(
      'catalog',
      'catalog ${1:name} "${2:Display name}" {\n  description "$3"\n  owners ${4:owners}\n  resources ${5:resource}\n\n  $0\n}',
    ),
  ],
  Package: [
    snippet(
      'package',
      'package ${1:name} "${2:Display name}" {\n  description "$3"\n  grants "${4:Member}" of ${5:resource}\n  $0\n}',
    ),
  ],
  Policy: [
    snippet(
      'policy',
      'policy ${1:name} "${2:Display name}" {\n  requestable by ${3:no one}\n  approval {\n    stage by ${4:approvers}\n  }\n  expires after ${5:180} days\n}',
    ),
  ],
  PolicyTemplate: [snippet('policy template', 'policy template ${1:name} {\n  $0\n}')],
  StandaloneReview: [
    snippet(
      'review',
      'review ${1:guests} "${2:Guests}" {\n  of guests in all groups\n  recurs quarterly\n  open for 21 days\n  reviewers ${3:reviewers}\n  if no response remove access\n  apply decisions automatically\n}',
    ),
  ],
  Assign: [
    snippet(
      'assign',
      'assign ${1:user "user@fabrikam.com"} to ${2:catalog.package} using ${3:policy} until ${4:END_OF_QUARTER}',
    ),
  ],
  Standard: [
    snippet(
      'standard',
      'standard ${1:name} "${2:Display name}" extends recommended {\n  rule ${3:external-expiration} error\n}',
    ),
  ],
  OwnRule: [
    snippet(
      'require',
      'require approval by ${1:group "Identity Governance"} where requestable by external as ${2:name} because "${3:Why}"',
    ),
    snippet(
      'deny',
      'deny grants matching "${1:(?i)admin}" where requestable by external as ${2:name} because "${3:Why}"',
    ),
  ],
  RuleSetting: [snippet('rule', 'rule ${1:external-expiration} ${2|error,warning,info,hint,off|}')],
  Scenario: [
    snippet(
      'scenario',
      'scenario "${1:Who gets what}" {\n  requestor ${2:external from organization}\n  requests ${3:catalog.package}\n  expect ${4:denied}\n}',
    ),
  ],
  Offboarding: [
    snippet('external user offboarding block sign-in, delete after 30 days'),
    snippet('external user offboarding block sign-in'),
    snippet('external user offboarding none'),
  ],
  OrganizationState: [snippet('state configured'), snippet('state proposed')],
  Sponsors: [
    snippet('internal sponsors', 'internal sponsors ${1:sponsor}'),
    snippet('external sponsors', 'external sponsors ${1:sponsor}'),
  ],
  Visible: [snippet('visible to external users')],
  RoleHolders: [
    snippet('owners', 'owners ${1:owner}'),
    snippet('readers', 'readers ${1:reader}'),
    snippet('package managers', 'package managers ${1:manager}'),
    snippet('assignment managers', 'assignment managers ${1:manager}'),
  ],
  Resources: [snippet('resources', 'resources ${1:resource}')],
  Workflow: [
    snippet(
      'workflow',
      'workflow ${1:name} "${2:Display name}" {\n  logic app "${3:name}" resource group "${4:group}" subscription "${5:id}"\n  on ${6|request,assignment|}\n}',
    ),
  ],
  LogicApp: [snippet('logic app', 'logic app "${1:name}" resource group "${2:group}" subscription "${3:id}"')],
  WorkflowTrigger: [snippet('on request'), snippet('on assignment')],
  Description: [snippet('description', 'description "$1"')],
  Formerly: [snippet('formerly', 'formerly "$1"')],
  Pin: [snippet('id', 'id "$1"')],
  InTenant: [snippet('in tenant', 'in tenant ${1:tenant} "${2:name there}"')],
  TenantSource: [snippet('tenant', 'tenant "$1"')],
  CloudStatement: ['global', 'usgov', 'usgov-dod', 'china'].map(cloud => snippet(`cloud ${cloud}`)),
  Hidden: [snippet('hidden')],
  Tags: [snippet('tags', 'tags ${1:project}')],
  Translation: [snippet('in', 'in "${1:de-DE}" "$2"')],
  Domain: [snippet('domain', 'domain "$1"')],
  Grant: [snippet('grants', 'grants "${1:Member}" of ${2:resource}')],
  Incompatible: [snippet('incompatible with', 'incompatible with ${1:package}')],
  Requestable: [
    snippet('requestable by users from', 'requestable by users from ${1:organization}'),
    snippet('requestable by any member'),
    snippet('requestable by any user'),
    snippet('requestable by any connected organization'),
    snippet('requestable by any external user'),
    snippet('requestable by any service principal'),
    snippet('requestable by any agent identity'),
    snippet('requestable by no one'),
    snippet('requestable by', 'requestable by ${1:group}'),
  ],
  NoOne: [snippet('no one')],
  AnyMember: [snippet('any member')],
  AnyUser: [snippet('any user')],
  AnyConnectedOrganization: [snippet('any connected organization')],
  AnyExternalUser: [snippet('any external user')],
  AnyServicePrincipal: [snippet('any service principal')],
  AnyAgentIdentity: [snippet('any agent identity')],
  UsersFrom: [snippet('users from', 'users from ${1:organization}')],
  TheseApps: [snippet('app', 'app ${1:app}')],
  AssignedAutomatically: [
    snippet(
      'assigned automatically where',
      'assigned automatically where "(user.department -eq \\\\"${1:Sales}\\\\") and (user.userType -eq \\\\"Member\\\\")"',
    ),
  ],
  OnBehalf: [snippet('managers may request for their reports')],
  ChooseDates: [snippet('requestor may choose dates')],
  Notifications: [snippet('notifications off')],
  NoApproval: [snippet('approval not required')],
  Approval: [
    snippet(
      'approval { … }',
      'approval {\n  justification required\n  stage by ${1:internal sponsors}, fallback ${2:owners}\n}',
    ),
  ],
  Justification: [snippet('justification required'), snippet('justification optional')],
  Stage: [
    snippet('stage by', 'stage by ${1:approvers}'),
    snippet(
      'stage by … { … }',
      'stage by ${1:approvers}, fallback ${2:owners} {\n  within ${3:14} days\n  escalate to ${4:owners} after ${5:9} days\n}',
    ),
  ],
  Within: [snippet('within', 'within ${1:14} days')],
  ApproverVisibility: [snippet('approvers hidden'), snippet('approvers shown')],
  Escalation: [snippet('escalate to', 'escalate to ${1:approvers} after ${2:9} days')],
  Expiration: [
    snippet('expires after', 'expires after ${1:180} days'),
    snippet('expires on', 'expires on ${1:END_OF_QUARTER}'),
    snippet('never expires'),
  ],
  Extension: [snippet('extension allowed with approval'), snippet('extension allowed'), snippet('extension denied')],
  SponsorsOf: [snippet('internal sponsors'), snippet('external sponsors')],
  UserSponsors: [snippet('user sponsors')],
  GroupOwners: [snippet('group owners')],
  Manager: [snippet('manager'), snippet('manager level 2')],
  PolicyReview: ['quarterly', 'monthly', 'weekly', 'biannually', 'annually'].map(often =>
    snippet(`review ${often} { … }`, review(`review ${often}`)),
  ),
  Starting: [snippet('starting', 'starting ${1:NEXT_MONTH}')],
  Ending: [snippet('ending', 'ending ${1:IN_A_YEAR}'), snippet('ending after', 'ending after ${1:4} times')],
  OpenFor: [snippet('open for', 'open for ${1:14} days')],
  Reviewers: [snippet('reviewers', 'reviewers ${1:reviewers}, fallback ${2:owners}'), snippet('reviewers self')],
  NoResponse: [
    snippet('if no response remove access'),
    snippet('if no response follow recommendation'),
    snippet('if no response keep access'),
  ],
  Recommendations: [snippet('recommendations shown'), snippet('recommendations off')],
  ReviewScope: [
    snippet('of guests in all groups'),
    snippet('of guests in', 'of guests in ${1:group}'),
    snippet('of members in', 'of members in ${1:group}'),
    snippet('of everyone in', 'of everyone in ${1:group}'),
  ],
  Inactive: [snippet('inactive for', 'inactive for ${1:90} days')],
  Recurs: ['quarterly', 'monthly', 'weekly', 'biannually', 'annually'].map(often => snippet(`recurs ${often}`)),
  ApplyDecisions: [snippet('apply decisions automatically'), snippet('apply decisions manually')],
  Ask: [
    snippet('ask', 'ask "${1:Question}"'),
    snippet('ask … choose', 'ask "${1:Question}" choose "${2:A}", "${3:B}"'),
    snippet('ask … long answer', 'ask "${1:Question}" long answer'),
    snippet('ask … { in … }', 'ask "${1:Question}" required {\n  in "${2:de-DE}" "${3:Frage}"\n}'),
    snippet('ask … matching', 'ask "${1:Question}" required matching "${2:^PO-[0-9]{6\\}\\$}"'),
  ],
  OnCall: [
    snippet('on request created call', 'on request created call ${1:workflow}'),
    snippet('on request approved call', 'on request approved call ${1:workflow}'),
    snippet('on assignment granted call', 'on assignment granted call ${1:workflow}'),
    snippet('on assignment removed call', 'on assignment removed call ${1:workflow}'),
    snippet('on 14 days before expiry call', 'on 14 days before expiry call ${1:workflow}'),
    snippet('on 1 day before expiry call', 'on 1 day before expiry call ${1:workflow}'),
  ],
  Waiver: [snippet('waive', 'waive ${1:rule} until ${2:IN_90_DAYS} because "${3:Why; ticket}"')],
  BoundOption: [snippet('at most', 'at most ${1:365} days'), snippet('at least', 'at least ${1:quarterly}')],
  PairsOption: [snippet('pairs', 'pairs ${1:package} with ${2:package}')],
  TagOption: [snippet('where tag', 'where tag ${1:compliance}')],
  Requestor: [
    snippet('requestor external from', 'requestor external from ${1:organization}'),
    snippet('requestor member'),
    snippet('requestor member in', 'requestor member in ${1:group}'),
    snippet('requestor guest'),
  ],
  RequestsPackage: [snippet('requests', 'requests ${1:catalog.package}')],
  ExpectPolicy: [snippet('expect policy', 'expect policy ${1:policy}')],
  ExpectDenied: [snippet('expect denied')],
  ExpectApproval: [snippet('expect approval by', 'expect approval by ${1:approvers}'), snippet('expect no approval')],
  ExpectAccess: [
    snippet('expect access until', 'expect access until ${1:END_OF_QUARTER}'),
    snippet('expect access without end'),
  ],
  ExpectReview: [
    ...['quarterly', 'monthly', 'weekly', 'biannually', 'annually'].map(often => snippet(`expect review ${often}`)),
    snippet('expect no review'),
  ],
  ExpectIncompatible: [snippet('expect incompatible with', 'expect incompatible with ${1:package}')],
}
