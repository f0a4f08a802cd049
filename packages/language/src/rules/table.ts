import { agentAccess } from './agent-access.ts'
import { anyExternalUser } from './any-external-user.ts'
import { approvalWindow } from './approval-window.ts'
import { approverFallback } from './approver-fallback.ts'
import { automaticGuests } from './automatic-guests.ts'
import { catalogDelegation } from './catalog-delegation.ts'
import { complianceSelfReview } from './compliance-self-review.ts'
import { conflictingGrants } from './conflicting-grants.ts'
import type { Rule } from './define-rule.ts'
import { duplicateAccess } from './duplicate-access.ts'
import { everyConnectedOrganization } from './every-connected-organization.ts'
import { expirationOrReview } from './expiration-or-review.ts'
import { extensionApproval } from './extension-approval.ts'
import { extensionDenied } from './extension-denied.ts'
import { externalApproval } from './external-approval.ts'
import { externalExpiration } from './external-expiration.ts'
import { externalJustification } from './external-justification.ts'
import { externalNoResponse } from './external-no-response.ts'
import { externalOffboarding } from './external-offboarding.ts'
import { externalPrivilegedRole } from './external-privileged-role.ts'
import { externalReview } from './external-review.ts'
import { externalSelfReview } from './external-self-review.ts'
import { externalVisibility } from './external-visibility.ts'
import { guestReviewFrequency } from './guest-review-frequency.ts'
import { guestReviewJustification } from './guest-review-justification.ts'
import { guestReviewOutcome } from './guest-review-outcome.ts'
import { guestSelfReview } from './guest-self-review.ts'
import { guestsOutsidePackages } from './guests-outside-packages.ts'
import { lastMinuteEscalation } from './last-minute-escalation.ts'
import { lowSensitivityReview } from './low-sensitivity-review.ts'
import { managerOfExternal } from './manager-of-external.ts'
import { missingDescription } from './missing-description.ts'
import { mixedAudience } from './mixed-audience.ts'
import { offboardingDelay } from './offboarding-delay.ts'
import { oneSidedIncompatibility } from './one-sided-incompatibility.ts'
import { organizationSponsor } from './organization-sponsor.ts'
import { prioritySurprise } from './priority-surprise.ts'
import { projectEndDate } from './project-end-date.ts'
import { proposedOrganization } from './proposed-organization.ts'
import { publicMailOrganization } from './public-mail-organization.ts'
import { reviewNeverHappens } from './review-never-happens.ts'
import { reviewWindow } from './review-window.ts'
import { reviewerFallback } from './reviewer-fallback.ts'
import { sameDeciderTwice } from './same-decider-twice.ts'
import { selfDealing } from './self-dealing.ts'
import { serviceLimits } from './service-limits.ts'
import { silentExpiry } from './silent-expiry.ts'
import { singleApprover } from './single-approver.ts'
import { sponsorsOfInternals } from './sponsors-of-internals.ts'
import { unrequestablePackage } from './unrequestable-package.ts'
import { unusedResource } from './unused-resource.ts'

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  agentAccess,
  anyExternalUser,
  approvalWindow,
  approverFallback,
  automaticGuests,
  catalogDelegation,
  complianceSelfReview,
  conflictingGrants,
  duplicateAccess,
  everyConnectedOrganization,
  expirationOrReview,
  extensionApproval,
  extensionDenied,
  externalApproval,
  externalExpiration,
  externalJustification,
  externalNoResponse,
  externalOffboarding,
  externalPrivilegedRole,
  externalReview,
  externalSelfReview,
  externalVisibility,
  guestReviewFrequency,
  guestReviewJustification,
  guestReviewOutcome,
  guestSelfReview,
  guestsOutsidePackages,
  lastMinuteEscalation,
  lowSensitivityReview,
  managerOfExternal,
  missingDescription,
  mixedAudience,
  offboardingDelay,
  oneSidedIncompatibility,
  organizationSponsor,
  prioritySurprise,
  projectEndDate,
  proposedOrganization,
  publicMailOrganization,
  reviewNeverHappens,
  reviewWindow,
  reviewerFallback,
  sameDeciderTwice,
  selfDealing,
  serviceLimits,
  silentExpiry,
  singleApprover,
  sponsorsOfInternals,
  unrequestablePackage,
  unusedResource,
] as readonly Rule[]
