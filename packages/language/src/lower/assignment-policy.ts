import type { Properties, TenantObject, Value } from '@entitle/graph'
import type { Expiration, PolicyElement } from '../resolve/program.ts'
import { approvalSettings } from './approval-settings.ts'
import { isoDuration } from './iso-duration.ts'
import { type Lowering, objectOf } from './lowering.ts'
import { allowedTargetScope, specificAllowedTargets } from './requestors.ts'
import { reviewDefaults, reviewSettings } from './review-settings.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
export const assignmentPolicy = (element: PolicyElement, parent: TenantObject, lowering: Lowering): TenantObject => {
  const { displayName, description, terms, statementRanges } = element
  const { requestable, approval, expiration, extension, review } = terms
  const who = requestors(element, lowering)
  const start = review === undefined ? undefined : reviewDefaults(review.value, lowering)
  const defaults: Properties = {
    ...(element.terms.automatic !== undefined ? who : {}),
    ...(start === undefined ? {} : { reviewSettings: start }),
  }
  return objectOf({
    kind: 'assignment-policy',
    parent,
    name: displayName,
    from: element,
    properties: {
      displayName,
      description,
      ...(element.terms.automatic !== undefined ? {} : who),
      expiration: expirationPattern(expiration?.value),
      requestApprovalSettings: approvalSettings(terms, lowering),
      reviewSettings: review === undefined ? null : reviewSettings(review.value, lowering),
    },
    ...(Object.keys(defaults).length === 0 ? {} : { defaults }),
    range: element.range,
    ranges: {
      description: statementRanges.Description,
      allowedTargetScope: requestable?.range,
      specificAllowedTargets: requestable?.range,
      'requestorSettings/enableTargetsToSelfAddAccess': requestable?.range,
      'requestorSettings/enableTargetsToSelfUpdateAccess': extension?.range,
      expiration: expiration?.range,
      requestApprovalSettings: approval?.range,
      'requestApprovalSettings/isApprovalRequiredForUpdate': extension?.range,
      reviewSettings: review?.range,
    },
  })
}

/**
 * Who may request. Nobody, where nothing is said. Of an automatic policy the tenant's rule is kept, since rules aren't deployed yet;
 * a new one starts with nobody.
 */
const requestors = ({ terms: { requestable, extension } }: PolicyElement, lowering: Lowering): Properties => {
  const who = requestable?.value ?? { who: 'no one' as const }
  return {
    allowedTargetScope: allowedTargetScope(who),
    specificAllowedTargets: specificAllowedTargets(who, lowering),
    requestorSettings: {
      enableTargetsToSelfAddAccess: who.who !== 'no one',
      enableTargetsToSelfUpdateAccess: extension?.value.allowed === true,
    },
  }
}

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
