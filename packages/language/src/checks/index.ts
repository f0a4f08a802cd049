import type { Finding } from '@entitle/graph'
import { approvalStages, extensionApproval, managerLevel } from './approval-stages.ts'
import type { Check, Checked } from './check.ts'
import { dateInPast } from './date-in-past.ts'
import { duplicateDisplayName } from './duplicate-display-name.ts'
import { duplicateName } from './duplicate-name.ts'
import { emptyBlock } from './empty-block.ts'
import { escalationTiming } from './escalation-timing.ts'
import { exclusions } from './exclusions.ts'
import { externalApprovers } from './external-approvers.ts'
import { forms } from './forms.ts'
import { kinds } from './kinds.ts'
import { catalogTwice, identitySources, tenantIdentity } from './missing-parts.ts'
import { notDeployed } from './not-deployed.ts'
import { repeatedItem } from './repeated-item.ts'
import { repeatedStatement } from './repeated-statement.ts'
import { resources } from './resources.ts'
import { reviewShape } from './review-shape.ts'
import { shadowedName } from './shadowed-name.ts'
import { templateCycle } from './template-cycle.ts'
import { unreachablePolicy } from './unreachable-policy.ts'
import { unused } from './unused.ts'
import { durations, escapes, moments, reviewDays } from './values.ts'

export type { Check, Checked } from './check.ts'

/** Every check, by name. */
export const checks: readonly Check[] = [
  approvalStages,
  catalogTwice,
  dateInPast,
  duplicateDisplayName,
  duplicateName,
  durations,
  emptyBlock,
  escalationTiming,
  escapes,
  exclusions,
  extensionApproval,
  externalApprovers,
  forms,
  identitySources,
  kinds,
  managerLevel,
  moments,
  notDeployed,
  repeatedItem,
  repeatedStatement,
  resources,
  reviewDays,
  reviewShape,
  shadowedName,
  templateCycle,
  tenantIdentity,
  unreachablePolicy,
  unused,
]

/** What the checks find. */
export const runChecks = (checked: Checked): Finding[] => checks.flatMap(check => check(checked))
