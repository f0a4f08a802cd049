import { agentAccess } from './agent-access.ts'
import { anyExternalUser } from './any-external-user.ts'
import { automaticGuests } from './automatic-guests.ts'
import { catalogDelegation } from './catalog-delegation.ts'
import { complianceSelfReview } from './compliance-self-review.ts'
import type { Rule } from './define-rule.ts'
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
import { managerOfExternal } from './manager-of-external.ts'
import { mixedAudience } from './mixed-audience.ts'
import { offboardingDelay } from './offboarding-delay.ts'
import { organizationSponsor } from './organization-sponsor.ts'
import { projectEndDate } from './project-end-date.ts'
import { proposedOrganization } from './proposed-organization.ts'
import { publicMailOrganization } from './public-mail-organization.ts'
import { sponsorsOfInternals } from './sponsors-of-internals.ts'

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  agentAccess,
  anyExternalUser,
  automaticGuests,
  catalogDelegation,
  complianceSelfReview,
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
  managerOfExternal,
  mixedAudience,
  offboardingDelay,
  organizationSponsor,
  projectEndDate,
  proposedOrganization,
  publicMailOrganization,
  sponsorsOfInternals,
] as readonly Rule[]
