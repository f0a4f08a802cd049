import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { approvalStages, extensionApproval, managerLevel } from './approval-stages.ts'
import { assignments } from './assignments.ts'
import { automaticAssignment } from './automatic-assignment.ts'
import type { Check, Checked, FileCheck } from './check.ts'
import { cloudSupport } from './cloud-support.ts'
import { dateInPast } from './date-in-past.ts'
import { duplicateDisplayName } from './duplicate-display-name.ts'
import { duplicateName } from './duplicate-name.ts'
import { durationForm } from './duration-form.ts'
import { emptyBlock } from './empty-block.ts'
import { emptyText } from './empty-text.ts'
import { escalationTiming } from './escalation-timing.ts'
import { exclusions } from './exclusions.ts'
import { expectedApproval } from './expected-approval.ts'
import { externalApprovers } from './external-approvers.ts'
import { forms } from './forms.ts'
import { identitySources } from './identity-sources.ts'
import { kinds } from './kinds.ts'
import { managersOfRequestors } from './managers-of-requestors.ts'
import { membershipRule } from './membership-rule.ts'
import { catalogTwice, tenantIdentity } from './missing-parts.ts'
import { patterns } from './patterns.ts'
import { questions } from './questions.ts'
import { repeatedId } from './repeated-id.ts'
import { repeatedItem } from './repeated-item.ts'
import { repeatedStatement } from './repeated-statement.ts'
import { repeatedSubject } from './repeated-subject.ts'
import { resources } from './resources.ts'
import { reviewPeriod } from './review-period.ts'
import { reviewers } from './reviewers.ts'
import { scenarioDates } from './scenario-dates.ts'
import { scenarioParts } from './scenario-parts.ts'
import { scenarioTitles } from './scenario-titles.ts'
import { shadowedName } from './shadowed-name.ts'
import { standaloneReview } from './standalone-review.ts'
import { templateCycle } from './template-cycle.ts'
import { templateStatements } from './template-statements.ts'
import { tenantOverrides } from './tenant-overrides.ts'
import { translations } from './translations.ts'
import { unreachablePolicy } from './unreachable-policy.ts'
import { durations, escapes, moments, reviewDays } from './values.ts'
import { wholeDays } from './whole-days.ts'
import { workflowCalls } from './workflow-calls.ts'
import { workflowParts } from './workflow-parts.ts'
import { workflowTrigger } from './workflow-trigger.ts'

export type { Check, Checked, FileCheck } from './check.ts'
export { type Unless, unlessUsed, usesIn } from './unused.ts'

/** Checks of what one file says, by name. */
const fileChecks: readonly FileCheck[] = [
  approvalStages,
  dateInPast,
  durationForm,
  durations,
  emptyBlock,
  emptyText,
  escalationTiming,
  escapes,
  expectedApproval,
  forms,
  managerLevel,
  membershipRule,
  moments,
  patterns,
  questions,
  repeatedStatement,
  reviewDays,
  reviewers,
  reviewPeriod,
  scenarioParts,
  standaloneReview,
  templateStatements,
  tenantOverrides,
  translations,
  wholeDays,
  workflowCalls,
  workflowParts,
]

/** Checks of what one file says in the light of all others, by name. */
const workspaceChecks: readonly Check[] = [
  assignments,
  automaticAssignment,
  catalogTwice,
  cloudSupport,
  duplicateDisplayName,
  duplicateName,
  exclusions,
  extensionApproval,
  externalApprovers,
  identitySources,
  kinds,
  managersOfRequestors,
  repeatedId,
  repeatedItem,
  repeatedSubject,
  resources,
  scenarioDates,
  scenarioTitles,
  shadowedName,
  templateCycle,
  tenantIdentity,
  unreachablePolicy,
  workflowTrigger,
]

/** What the checks find in a file; what they find by looking at the file alone is kept as long as it doesn't change. */
export const runChecks = (checked: Checked): Finding[] => [
  ...checked.documents.flatMap(document => inFile(document, checked.today)),
  ...workspaceChecks.flatMap(check => check(checked)),
]

const known = new WeakMap<
  LangiumDocument['parseResult'],
  { readonly today: string; readonly findings: readonly Finding[] }
>()

const inFile = (document: LangiumDocument, today: string): readonly Finding[] => {
  const before = known.get(document.parseResult)
  if (before?.today === today) return before.findings
  const findings = fileChecks.flatMap(check => check({ documents: [document], today }))
  known.set(document.parseResult, { today, findings })
  return findings
}
