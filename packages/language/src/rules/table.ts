import { anyExternalUser } from './any-external-user.ts'
import { approvalWindow } from './approval-window.ts'
import { approverFallback } from './approver-fallback.ts'
import { catalogDelegation } from './catalog-delegation.ts'
import { complianceSelfReview } from './compliance-self-review.ts'
import { conflictingGrants } from './conflicting-grants.ts'
import type { Rule } from './define-rule.ts'
import { duplicateAccess } from './duplicate-access.ts'
import { expirationOrReview } from './expiration-or-review.ts'
import { extensionApproval } from './extension-approval.ts'
import { externalApproval } from './external-approval.ts'
import { externalExpiration } from './external-expiration.ts'
import { externalNoResponse } from './external-no-response.ts'
import { externalOffboarding } from './external-offboarding.ts'
import { externalReview } from './external-review.ts'
import { lastMinuteEscalation } from './last-minute-escalation.ts'
import { lowSensitivityReview } from './low-sensitivity-review.ts'
import { managerOfExternal } from './manager-of-external.ts'
import { missingDescription } from './missing-description.ts'
import { mixedAudience } from './mixed-audience.ts'
import { oneSidedIncompatibility } from './one-sided-incompatibility.ts'
import { prioritySurprise } from './priority-surprise.ts'
import { projectEndDate } from './project-end-date.ts'
import { reviewNeverHappens } from './review-never-happens.ts'
import { reviewWindow } from './review-window.ts'
import { reviewerFallback } from './reviewer-fallback.ts'
import { sameDeciderTwice } from './same-decider-twice.ts'
import { selfDealing } from './self-dealing.ts'
import { serviceLimits } from './service-limits.ts'
import { silentExpiry } from './silent-expiry.ts'
import { singleApprover } from './single-approver.ts'
import { unrequestablePackage } from './unrequestable-package.ts'
import { unusedResource } from './unused-resource.ts'

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  anyExternalUser,
  approvalWindow,
  approverFallback,
  catalogDelegation,
  complianceSelfReview,
  conflictingGrants,
  duplicateAccess,
  expirationOrReview,
  extensionApproval,
  externalApproval,
  externalExpiration,
  externalNoResponse,
  externalOffboarding,
  externalReview,
  lastMinuteEscalation,
  lowSensitivityReview,
  managerOfExternal,
  missingDescription,
  mixedAudience,
  oneSidedIncompatibility,
  prioritySurprise,
  projectEndDate,
  reviewNeverHappens,
  reviewWindow,
  reviewerFallback,
  sameDeciderTwice,
  selfDealing,
  serviceLimits,
  silentExpiry,
  singleApprover,
  unrequestablePackage,
  unusedResource,
] as readonly Rule[]
