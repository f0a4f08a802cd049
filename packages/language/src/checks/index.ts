import type { Finding } from '@entitle/graph'
import type { AstNode, LangiumDocument } from 'langium'
import { approvalStages, extensionApproval, managerLevel } from './approval-stages.ts'
import type { Check, Checked, FileCheck } from './check.ts'
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

export type { Check, Checked, FileCheck } from './check.ts'

/** Checks of what one file says, by name. */
const fileChecks: readonly FileCheck[] = [
  approvalStages,
  dateInPast,
  durations,
  emptyBlock,
  escalationTiming,
  escapes,
  forms,
  managerLevel,
  moments,
  notDeployed,
  repeatedStatement,
  reviewDays,
  reviewShape,
]

/** Checks of what the whole workspace says, by name. */
const workspaceChecks: readonly Check[] = [
  catalogTwice,
  duplicateDisplayName,
  duplicateName,
  exclusions,
  extensionApproval,
  externalApprovers,
  identitySources,
  kinds,
  repeatedItem,
  resources,
  shadowedName,
  templateCycle,
  tenantIdentity,
  unreachablePolicy,
  unused,
]

/** What the checks find. Files that didn't change are not looked at again, but for what the whole workspace says. */
export const runChecks = (checked: Checked): Finding[] => [
  ...checked.documents.flatMap(document => inFile(document, checked.today)),
  ...workspaceChecks.flatMap(check => check(checked)),
]

const known = new WeakMap<AstNode, { readonly today: string; readonly findings: readonly Finding[] }>()

const inFile = (document: LangiumDocument, today: string): readonly Finding[] => {
  const root = document.parseResult.value
  const before = known.get(root)
  if (before?.today === today) return before.findings
  const findings = fileChecks.flatMap(check => check({ documents: [document], today }))
  known.set(root, { today, findings })
  return findings
}
