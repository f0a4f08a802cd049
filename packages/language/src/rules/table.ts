import { anyExternalUser } from './any-external-user.ts'
import { catalogDelegation } from './catalog-delegation.ts'
import { complianceSelfReview } from './compliance-self-review.ts'
import type { Rule } from './define-rule.ts'
import { expirationOrReview } from './expiration-or-review.ts'
import { extensionApproval } from './extension-approval.ts'
import { externalApproval } from './external-approval.ts'
import { externalExpiration } from './external-expiration.ts'
import { externalNoResponse } from './external-no-response.ts'
import { externalOffboarding } from './external-offboarding.ts'
import { externalReview } from './external-review.ts'
import { mixedAudience } from './mixed-audience.ts'
import { projectEndDate } from './project-end-date.ts'

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  anyExternalUser,
  catalogDelegation,
  complianceSelfReview,
  expirationOrReview,
  extensionApproval,
  externalApproval,
  externalExpiration,
  externalNoResponse,
  externalOffboarding,
  externalReview,
  mixedAudience,
  projectEndDate,
] as readonly Rule[]
