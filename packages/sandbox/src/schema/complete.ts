import { isObject, type Json, type JsonObject } from '../json.ts'
import { isStructured, propertiesOf, propertyOf, typeNameOf } from './lookup.ts'

/** What the service fills in where a body says nothing, beyond null. */
const defaults: Readonly<Record<string, JsonObject>> = {
  accessPackage: { isHidden: false },
  accessPackageCatalog: { state: 'published', isExternallyVisible: true },
  accessPackageApprovalStage: {
    approverInformationVisibility: 'default',
    durationBeforeEscalation: 'PT0S',
    isApproverJustificationRequired: false,
    isEscalationEnabled: false,
  },
  accessPackageAssignmentApprovalSettings: {
    isApprovalRequiredForAdd: false,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
  },
  accessPackageAssignmentRequestorSettings: {
    allowCustomAssignmentSchedule: false,
    enableOnBehalfRequestorsToAddAccess: false,
    enableOnBehalfRequestorsToRemoveAccess: false,
    enableOnBehalfRequestorsToUpdateAccess: false,
    enableTargetsToSelfAddAccess: false,
    enableTargetsToSelfRemoveAccess: false,
    enableTargetsToSelfUpdateAccess: false,
  },
  accessPackageAssignmentReviewSettings: {
    expirationBehavior: 'keepAccess',
    isEnabled: false,
    isRecommendationEnabled: true,
    isReviewerJustificationRequired: true,
    isSelfReview: false,
  },
  accessPackageAutomaticRequestSettings: {
    removeAccessWhenTargetLeavesAllowedTargets: false,
    requestAccessForAllowedTargets: false,
  },
  accessPackageMultipleChoiceQuestion: { isMultipleSelectionAllowed: false },
  accessPackageNotificationSettings: { isAssignmentNotificationDisabled: false },
  accessPackageQuestion: { isAnswerEditable: true, isRequired: false, sequence: 0 },
  accessPackageSubject: { subjectLifecycle: 'notDefined' },
  accessPackageTextInputQuestion: { isSingleLineQuestion: false },
  accessReviewScheduleSettings: {
    autoApplyDecisionsEnabled: false,
    decisionHistoriesForReviewersEnabled: false,
    defaultDecision: 'None',
    defaultDecisionEnabled: false,
    instanceDurationInDays: 0,
    justificationRequiredOnApproval: false,
    mailNotificationsEnabled: false,
    recommendationsEnabled: false,
    reminderNotificationsEnabled: false,
  },
  connectedOrganization: { state: 'configured' },
  expirationPattern: { type: 'notSpecified' },
  recurrencePattern: { dayOfMonth: 0, interval: 1, month: 0, firstDayOfWeek: 'sunday', index: 'first' },
  recurrenceRange: { numberOfOccurrences: 0, type: 'noEnd' },
  requestorManager: { managerLevel: 1 },
  targetManager: { managerLevel: 1 },
}

const ancestors: Readonly<Record<string, string>> = {
  accessPackageMultipleChoiceQuestion: 'accessPackageQuestion',
  accessPackageTextInputQuestion: 'accessPackageQuestion',
  accessPackageDynamicApprovalStage: 'accessPackageApprovalStage',
}

/**
 * An accepted value with everything said that the service says: defaults filled in, absent properties null, absent
 * collections empty, in nested values too. Members outside the structural properties (navigations, notes) stay as they are.
 */
export function complete(type: string, value: JsonObject): JsonObject {
  const actual = typeof value['@odata.type'] === 'string' ? typeNameOf(value['@odata.type']) : type
  const filled: JsonObject = { ...value }
  const fallback = { ...defaults[ancestors[actual] ?? ''], ...defaults[actual] }
  for (const [name, declared] of propertiesOf(actual)) {
    const given = value[name]
    if (given !== undefined && given !== null) filled[name] = completeMember(declared.type, given)
    else if (given === undefined || !declared.nullable || declared.collection)
      filled[name] = fallback[name] ?? (declared.collection ? [] : null)
  }
  return filled
}

function completeMember(type: string, value: Json): Json {
  if (!isStructured(type)) return value
  if (Array.isArray(value)) return value.map(item => (isObject(item) ? complete(type, item) : item))
  return isObject(value) ? complete(type, value) : value
}

/** Only the structural properties of a type, from an accepted body. */
export function structuralPart(type: string, value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name === '@odata.type' || propertyOf(type, name)))
}
