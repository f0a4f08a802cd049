import type { Properties, TenantObject, Value } from '@entitle/graph'
import type { Expiration, PolicyElement } from '../resolve/program.ts'
import { calledIn } from './addresses.ts'
import { approvalSettings } from './approval-settings.ts'
import { automaticRequestSettings } from './automatic-assignment.ts'
import { isoDuration } from './iso-duration.ts'
import { type Lowering, objectOf } from './lowering.ts'
import { questions } from './questions.ts'
import { requestors } from './requestors.ts'
import { reviewDefaults, reviewSettings } from './review-settings.ts'
import { stageSettings } from './stage-settings.ts'

/**
 * A policy says all of its settings that the language has a statement for, also those that are off: who takes a statement out of the
 * sources takes back what it did. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy
 */
export const assignmentPolicy = (element: PolicyElement, parent: TenantObject, lowering: Lowering): TenantObject => {
  const { displayName, description, terms, statementRanges } = element
  const { requestable, automatic, approval, expiration, extension, review, calls } = terms
  const start = review === undefined ? undefined : reviewDefaults(review.value, lowering)
  return objectOf({
    kind: 'assignment-policy',
    parent,
    name: displayName,
    called: calledIn(element, lowering),
    from: element,
    properties: {
      displayName,
      description,
      ...requestors(terms, lowering),
      automaticRequestSettings: automaticRequestSettings(automatic?.value),
      expiration: expirationPattern(expiration?.value),
      requestApprovalSettings: approvalSettings(terms, lowering),
      reviewSettings: review === undefined ? null : reviewSettings(review.value, lowering),
      questions: questions(terms.questions?.value ?? []),
      customExtensionStageSettings: stageSettings(calls?.value ?? [], lowering),
      ...notifications(element, lowering),
    },
    ...(start === undefined ? {} : { defaults: { reviewSettings: start } }),
    range: element.range,
    ranges: {
      description: statementRanges.Description,
      allowedTargetScope: (automatic ?? requestable)?.range,
      specificAllowedTargets: automatic?.value.ruleRange ?? requestable?.range,
      automaticRequestSettings: automatic?.range,
      'requestorSettings/enableTargetsToSelfAddAccess': (automatic ?? requestable)?.range,
      'requestorSettings/enableTargetsToSelfUpdateAccess': extension?.range,
      'requestorSettings/enableOnBehalfRequestorsToAddAccess': terms.onBehalf?.range,
      'requestorSettings/onBehalfRequestors': terms.onBehalf?.range,
      'requestorSettings/allowCustomAssignmentSchedule': terms.chooseDates?.range,
      expiration: expiration?.range,
      requestApprovalSettings: approval?.range,
      'requestApprovalSettings/isApprovalRequiredForUpdate': extension?.range,
      reviewSettings: review?.range,
      questions: terms.questions?.range,
      ...questionRanges(element),
      customExtensionStageSettings: calls?.range,
      notificationSettings: terms.notificationsOff?.range,
    },
  })
}

const questionRanges = ({ terms: { questions: asked } }: PolicyElement) =>
  Object.fromEntries((asked?.value ?? []).map(({ range }, place) => [`questions/${place}`, range]))

/** Only Graph's global service knows this setting: elsewhere it is sent where the sources say it. */
const notifications = ({ terms: { notificationsOff } }: PolicyElement, { cloud }: Lowering): Properties =>
  notificationsOff === undefined && cloud !== 'global'
    ? {}
    : { notificationSettings: { isAssignmentNotificationDisabled: notificationsOff !== undefined } }

/** https://learn.microsoft.com/graph/api/resources/expirationpattern */
const expirationPattern = (expiration: Expiration | undefined): Value => {
  switch (expiration?.expires) {
    case 'after':
      return { type: 'afterDuration', duration: isoDuration(expiration.minutes) }
    case 'on':
      return { type: 'afterDateTime', endDateTime: expiration.date }
    default:
      return { type: 'noExpiration' }
  }
}
