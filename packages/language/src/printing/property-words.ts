import { isRef, type KindName, type Value } from '@entitle/graph'
import { deciders, defaultDecisions, scopeInWords, settingsInWords } from './access-review-words.ts'
import { approvalInWords, stageInWords, stagesInWords } from './approval-words.ts'
import { graceInWords, removalInWords } from './automatic-words.ts'
import { callsInWords } from './call-words.ts'
import { durationInWords, momentInWords } from './duration-words.ts'
import { expirationInWords } from './expiration-words.ts'
import { fields, items, refName, text } from './fields.ts'
import { choicesInWords, questionsInWords, translationsInWords } from './question-words.ts'
import { noResponseInWords, recurrenceInWords, reviewInWords, scheduleInWords } from './review-words.ts'
import { accessInWords, startInWords } from './schedule-words.ts'
import { subjectsInWords, targetsInWords } from './subject-words.ts'

/** How one property of Graph is called and told in the language. */
export interface PropertyWords {
  readonly label: string
  /** Undefined where the value is of a form that this property has no words for. */
  readonly describe: (value: Value) => string | undefined
  /** What it is where nothing is said; `none` where this is left out. */
  readonly absent?: string
}

const property = (label: string, describe: PropertyWords['describe'] = plain, absent?: string): PropertyWords => ({
  label,
  describe,
  ...(absent === undefined ? {} : { absent }),
})

/** Values that need no translation. */
export function plain(value: Value): string | undefined {
  if (isRef(value)) return refName(value)
  if (typeof value === 'string') return value === '' ? 'none' : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return undefined
}

const either =
  (yes: string, no: string): PropertyWords['describe'] =>
  value =>
    value === true ? yes : value === false ? no : undefined

const oneOf =
  (words: { readonly [value: string]: string }): PropertyWords['describe'] =>
  value =>
    typeof value === 'string' ? (words[value] ?? value) : undefined

const duration = (value: Value): string | undefined => (typeof value === 'string' ? durationInWords(value) : undefined)
const moment = (value: Value): string | undefined => (typeof value === 'string' ? momentInWords(value) : undefined)
const people = (value: Value): string => subjectsInWords(value) || 'no one'
const required = either('required', 'optional')
const onOrOff = either('on', 'off')

const source = (value: Value): string => {
  const { domainName, tenantId, displayName } = fields(value)
  const name = text(domainName) ?? text(tenantId) ?? text(displayName) ?? 'unknown'
  return text(domainName) === undefined && text(tenantId) !== undefined ? `tenant ${name}` : name
}

const named = {
  displayName: property('name'),
  description: property('description'),
}

const scopes = {
  notSpecified: 'no one',
  specificDirectoryUsers: 'some users and groups',
  specificConnectedOrganizationUsers: 'users from some organizations',
  specificDirectoryServicePrincipals: 'some apps',
  allMemberUsers: 'any member',
  allDirectoryUsers: 'any user',
  allDirectoryServicePrincipals: 'any service principal',
  allConfiguredConnectedOrganizationUsers: 'any connected organization',
  allExternalUsers: 'any external user',
  allDirectoryAgentIdentities: 'any agent identity',
}

const policy = {
  ...named,
  allowedTargetScope: property('requestable by', oneOf(scopes)),
  specificAllowedTargets: property('requestable by', targetsInWords),
  expiration: property('expires', expirationInWords),
  'expiration/type': property(
    'expires',
    oneOf({
      noExpiration: 'never',
      afterDuration: 'after a time',
      afterDateTime: 'on a date',
      notSpecified: 'not said',
    }),
  ),
  'expiration/duration': property('expires after', duration),
  'expiration/endDateTime': property('expires on', moment),
  'requestorSettings/enableTargetsToSelfAddAccess': property('requests', either('allowed', 'not allowed')),
  'requestorSettings/enableTargetsToSelfUpdateAccess': property('extension', either('allowed', 'denied')),
  'requestorSettings/enableTargetsToSelfRemoveAccess': property('giving up access', either('allowed', 'not allowed')),
  'requestorSettings/allowCustomAssignmentSchedule': property('requestor may choose dates', onOrOff),
  'requestorSettings/enableOnBehalfRequestorsToAddAccess': property('managers may request for their reports', onOrOff),
  'requestorSettings/enableOnBehalfRequestorsToUpdateAccess': property(
    'managers may extend for their reports',
    onOrOff,
  ),
  'requestorSettings/enableOnBehalfRequestorsToRemoveAccess': property(
    'managers may give up for their reports',
    onOrOff,
  ),
  'requestorSettings/onBehalfRequestors': property('who may request for others', people),
  requestApprovalSettings: property('approval', approvalInWords),
  'requestApprovalSettings/isApprovalRequiredForAdd': property('approval', either('required', 'not required')),
  'requestApprovalSettings/isApprovalRequiredForUpdate': property(
    'approval of extensions',
    either('required', 'not required'),
  ),
  'requestApprovalSettings/isRequestorJustificationRequired': property('justification of requests', required),
  'requestApprovalSettings/stages': property('approval stages', stagesInWords),
  'requestApprovalSettings/stages/#': property('approval stage #', stageInWords),
  'requestApprovalSettings/stages/#/primaryApprovers': property('stage # by', people),
  'requestApprovalSettings/stages/#/fallbackPrimaryApprovers': property('stage # fallback', people),
  'requestApprovalSettings/stages/#/durationBeforeAutomaticDenial': property('stage # within', duration),
  'requestApprovalSettings/stages/#/isApproverJustificationRequired': property('stage # justification', required),
  'requestApprovalSettings/stages/#/approverInformationVisibility': property(
    'stage # approvers',
    oneOf({ default: 'as the tenant says', visible: 'shown', notVisible: 'hidden' }),
  ),
  'requestApprovalSettings/stages/#/isEscalationEnabled': property('stage # escalation', either('on', 'off')),
  'requestApprovalSettings/stages/#/durationBeforeEscalation': property('stage # escalates after', duration),
  'requestApprovalSettings/stages/#/escalationApprovers': property('stage # escalates to', people),
  'requestApprovalSettings/stages/#/fallbackEscalationApprovers': property('stage # escalation fallback', people),
  reviewSettings: property('review', reviewInWords),
  'reviewSettings/isEnabled': property('review', either('on', 'off')),
  'reviewSettings/schedule': property('review', scheduleInWords),
  'reviewSettings/schedule/startDateTime': property('review starting', value =>
    typeof value === 'string' ? momentInWords(value).replace(/ 00:00$/, '') : undefined,
  ),
  'reviewSettings/schedule/recurrence': property('review recurs', recurrenceInWords),
  'reviewSettings/schedule/expiration/duration': property('review open for', duration),
  'reviewSettings/primaryReviewers': property('reviewers', people),
  'reviewSettings/fallbackReviewers': property('fallback reviewers', people),
  'reviewSettings/isSelfReview': property('review by the users themselves', either('yes', 'no')),
  'reviewSettings/expirationBehavior': property('if no response', noResponseInWords),
  'reviewSettings/isRecommendationEnabled': property('recommendations', either('shown', 'off')),
  'reviewSettings/isReviewerJustificationRequired': property('justification of decisions', required),
  automaticRequestSettings: property('assigned automatically', removalInWords),
  'automaticRequestSettings/removeAccessWhenTargetLeavesAllowedTargets': property(
    'access when the rule no longer matches',
    either('removed', 'kept'),
  ),
  'automaticRequestSettings/gracePeriodBeforeAccessRemoval': property('access removed', graceInWords, 'at once'),
  questions: property('questions', questionsInWords),
  'questions/#/isRequired': property('question # required', either('yes', 'no')),
  'questions/#/isAnswerEditable': property('question # editable', either('yes', 'no')),
  'questions/#/isSingleLineQuestion': property('question # answer', either('short', 'long')),
  'questions/#/regexPattern': property('question # matching'),
  'questions/#/localizations': property('question # translations', translationsInWords),
  'questions/#/choices': property('question # choices', choicesInWords),
  'questions/#/isMultipleSelectionAllowed': property('question # choose many', either('yes', 'no')),
  customExtensionStageSettings: property('calls', callsInWords),
  notificationSettings: property(
    'notifications',
    value => (fields(value).isAssignmentNotificationDisabled === true ? 'off' : 'on'),
    'on',
  ),
  'notificationSettings/isAssignmentNotificationDisabled': property('notifications', either('off', 'on')),
}

const extensionTypes = {
  '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension': 'request',
  '#microsoft.graph.accessPackageAssignmentWorkflowExtension': 'assignment',
}

const logicApp = (value: Value): string => {
  const { logicAppWorkflowName: name, resourceGroupName: group, subscriptionId } = fields(value)
  return `${text(name) ?? 'unknown'}, resource group ${text(group) ?? 'unknown'}, subscription ${text(subscriptionId) ?? 'unknown'}`
}

/** By kind, then by property path; `#` stands for a place in a list. */
export const propertyWords: { readonly [kind in KindName]: { readonly [path: string]: PropertyWords } } = {
  settings: {
    externalUserLifecycleAction: property(
      'external user offboarding',
      oneOf({ none: 'none', blockSignIn: 'block sign-in', blockSignInAndDelete: 'block sign-in, then delete' }),
    ),
    durationUntilExternalUserDeletedAfterBlocked: property('delete blocked users after', duration),
  },
  'connected-organization': {
    ...named,
    state: property('state'),
    identitySources: property('identity sources', value => items(value).map(source).join(', ') || 'none'),
  },
  sponsor: { relation: property('side'), principal: property('sponsor') },
  catalog: {
    ...named,
    state: property('state'),
    isExternallyVisible: property('visible to external users', either('yes', 'no')),
  },
  'catalog-role': { role: property('role'), principal: property('held by') },
  'catalog-resource': { originSystem: property('sort', oneOf(originWords())), resource: property('resource') },
  'custom-workflow-extension': {
    ...named,
    '@odata.type': property('on', oneOf(extensionTypes)),
    endpointConfiguration: property('logic app', logicApp),
    authenticationConfiguration: property('sign-in to the logic app', value => text(fields(value)['@odata.type'])),
  },
  'access-package': { ...named, isHidden: property('hidden', either('yes', 'no')) },
  'resource-role-scope': {
    role: property('role'),
    resource: property('resource'),
    originSystem: property('sort', oneOf(originWords())),
  },
  'assignment-policy': policy,
  'incompatible-package': { package: property('incompatible with') },
  'incompatible-group': { group: property('incompatible with') },
  assignment: {
    target: property('assigned to'),
    schedule: property('access', accessInWords, 'as the policy has it'),
    'schedule/startDateTime': property('starts', startInWords, 'at once'),
    'schedule/expiration': property('ends', expirationInWords, 'as the policy has it'),
    'schedule/expiration/endDateTime': property('ends', moment),
  },
  'access-review': {
    displayName: property('name'),
    descriptionForAdmins: property('description'),
    scope: property('of', scopeInWords),
    reviewers: property('reviewers', deciders('self')),
    fallbackReviewers: property('fallback reviewers', deciders('no one')),
    settings: property('how it goes', settingsInWords),
    'settings/instanceDurationInDays': property('open for', value =>
      typeof value === 'number' ? durationInWords(`P${value}D`) : undefined,
    ),
    'settings/autoApplyDecisionsEnabled': property('apply decisions', either('automatically', 'manually')),
    'settings/defaultDecisionEnabled': property('decision where nobody answers', either('made', 'not made')),
    'settings/defaultDecision': property('if no response', oneOf(defaultDecisions)),
    'settings/recommendationsEnabled': property('recommendations', either('shown', 'off')),
    'settings/justificationRequiredOnApproval': property('justification of decisions', required),
    'settings/recurrence': property('recurs', recurrenceInWords),
  },
}

function originWords(): { readonly [value: string]: string } {
  return { AadGroup: 'group', AadApplication: 'app', SharePointOnline: 'site' }
}
