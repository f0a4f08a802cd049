import type { Json, JsonObject } from '@entitle/graph'
import type { BlockReader } from './block-reader.ts'

/** Who may request, as the provider calls it, in the words of Graph v1.0. https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/access_package_assignment_policy */
const scopes: { readonly [type: string]: string } = {
  NoSubjects: 'notSpecified',
  AllExistingDirectoryMemberUsers: 'allMemberUsers',
  AllExistingDirectorySubjects: 'allDirectoryUsers',
  AllExternalSubjects: 'allExternalUsers',
  AllConfiguredConnectedOrganizationSubjects: 'allConfiguredConnectedOrganizationUsers',
  AllExistingConnectedOrganizationSubjects: 'allConfiguredConnectedOrganizationUsers',
  SpecificDirectorySubjects: 'specificDirectoryUsers',
  SpecificConnectedOrganizationSubjects: 'specificConnectedOrganizationUsers',
}

const frequencies: { readonly [word: string]: JsonObject } = {
  weekly: { type: 'weekly', interval: 1 },
  monthly: { type: 'absoluteMonthly', interval: 1 },
  quarterly: { type: 'absoluteMonthly', interval: 3 },
  halfyearly: { type: 'absoluteMonthly', interval: 6 },
  annual: { type: 'absoluteMonthly', interval: 12 },
}

/** A policy as Graph v1.0 has it. */
export const policyFromTerraform = (from: BlockReader, id: string): JsonObject => {
  const [requestors] = from.inside('requestor_settings')
  const [approval] = from.inside('approval_settings')
  const [review] = from.inside('assignment_review_settings')
  const accepted = requestors?.flag('requests_accepted', false) ?? false
  const allowed = from.flag('extension_enabled', false)
  return {
    id,
    displayName: from.text('display_name'),
    description: from.text('description'),
    accessPackage: { id: from.target('access_package_id') },
    allowedTargetScope: scopes[requestors?.text('scope_type') ?? ''] ?? 'notSpecified',
    specificAllowedTargets: requestors?.inside('requestor').map(subject) ?? [],
    expiration: expiration(from),
    requestorSettings: {
      enableTargetsToSelfAddAccess: accepted,
      enableTargetsToSelfUpdateAccess: accepted && allowed,
    },
    requestApprovalSettings: {
      isApprovalRequiredForAdd: approval?.flag('approval_required', false) ?? false,
      isApprovalRequiredForUpdate: approval?.flag('approval_required_for_extension', false) ?? false,
      isRequestorJustificationRequired: approval?.flag('requestor_justification_required', false) ?? false,
      stages: approval?.inside('approval_stage').map(stage) ?? [],
    },
    reviewSettings: review?.flag('enabled', false) === true ? reviewed(review) : null,
    questions: from.inside('question').map(question),
    customExtensionStageSettings: [],
  }
}

const days = (count: number): string => `P${count}D`

const expiration = (from: BlockReader): JsonObject => {
  const length = from.number('duration_in_days')
  const date = from.text('expiration_date')
  if (length !== undefined) return { type: 'afterDuration', duration: days(length), endDateTime: null }
  return date === ''
    ? { type: 'noExpiration', duration: null, endDateTime: null }
    : { type: 'afterDateTime', duration: null, endDateTime: date }
}

const idProperties: { readonly [type: string]: string } = {
  singleUser: 'userId',
  groupMembers: 'groupId',
  connectedOrganizationMembers: 'connectedOrganizationId',
}

const subject = (from: BlockReader): JsonObject => {
  const type = from.text('subject_type')
  const property = idProperties[type]
  if (property === undefined)
    return { '@odata.type': `#microsoft.graph.${type}`, ...(type === 'requestorManager' ? { managerLevel: 1 } : {}) }
  const target = from.target('object_id')
  return { '@odata.type': `#microsoft.graph.${type}`, [property]: target, description: from.nameOf(target) }
}

/** Those who decide, and those who do where there is nobody of them. */
const parted = (all: readonly BlockReader[]): { readonly first: Json; readonly fallback: Json } => ({
  first: all.filter(each => !each.flag('backup', false)).map(subject),
  fallback: all.filter(each => each.flag('backup', false)).map(subject),
})

const stage = (from: BlockReader): JsonObject => {
  const primary = parted(from.inside('primary_approver'))
  const other = parted(from.inside('alternative_approver'))
  const after = from.number('enable_alternative_approval_in_days')
  return {
    durationBeforeAutomaticDenial: days(from.number('approval_timeout_in_days') ?? 14),
    isApproverJustificationRequired: from.flag('approver_justification_required', false),
    isEscalationEnabled: from.flag('alternative_approval_enabled', false),
    durationBeforeEscalation: after === undefined ? 'PT0S' : days(after),
    primaryApprovers: primary.first,
    fallbackPrimaryApprovers: primary.fallback,
    escalationApprovers: other.first,
    fallbackEscalationApprovers: other.fallback,
  }
}

const behaviours: { readonly [word: string]: string } = {
  acceptAccessRecommendation: 'acceptAccessRecommendation',
  keepAccess: 'keepAccess',
  removeAccess: 'removeAccess',
}

const reviewed = (from: BlockReader): JsonObject => {
  const reviewers = parted(from.inside('reviewer'))
  const type = from.text('review_type')
  const manager = { '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 1 }
  const starting = from.text('starting_on')
  return {
    isEnabled: true,
    expirationBehavior: behaviours[from.text('access_review_timeout_behavior')] ?? 'removeAccess',
    isRecommendationEnabled: from.flag('access_recommendation_enabled', false),
    isReviewerJustificationRequired: from.flag('approver_justification_required', false),
    isSelfReview: type === 'Self',
    primaryReviewers: type === 'Manager' ? [manager] : reviewers.first,
    fallbackReviewers: type === 'Manager' ? reviewers.first : reviewers.fallback,
    schedule: {
      ...(starting === '' ? {} : { startDateTime: `${starting.slice(0, 10)}T00:00:00Z` }),
      expiration: { type: 'afterDuration', duration: days(from.number('duration_in_days') ?? 25), endDateTime: null },
      recurrence: {
        pattern: frequencies[from.text('review_frequency')] ?? { type: 'absoluteMonthly', interval: 3 },
        range: { type: 'noEnd' },
      },
    },
  }
}

const question = (from: BlockReader, index: number): JsonObject => {
  const choices = from.inside('choice')
  const both = {
    isRequired: from.flag('required', false),
    isAnswerEditable: true,
    sequence: from.number('sequence') ?? index,
    ...worded(from.inside('text')[0]),
  }
  return choices.length === 0
    ? {
        '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
        ...both,
        isSingleLineQuestion: true,
        regexPattern: null,
      }
    : {
        '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
        ...both,
        isMultipleSelectionAllowed: false,
        choices: choices.map(each => ({
          actualValue: each.text('actual_value'),
          ...worded(each.inside('display_value')[0]),
        })),
      }
}

const worded = (from: BlockReader | undefined): JsonObject => ({
  text: from?.text('default_text') ?? '',
  localizations:
    from
      ?.inside('localized_text')
      .map(each => ({ languageCode: each.text('language_code'), text: each.text('content') })) ?? [],
})
