import type { ApprovalStage, PolicyElement, Program, Subject } from '../resolve/program.ts'
import { deciderWords, fallbackFixes, isCertain } from './deciders.ts'
import { defineRule, type RuleContext, sayer } from './define-rule.ts'
import { isExternalPolicy } from './external.ts'

export const approverFallback = defineRule({
  name: 'approver-fallback',
  finds: 'approvers that may not exist for a requestor, and no fallback',
  why: 'A request that reaches nobody is denied when its time is over, and nobody knows why.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, context) {
    const { approval, requestable } = policy.terms
    if (approval?.value.required !== true || requestable === undefined || requestable.value.who === 'no one') return
    for (const { approvers, fallback, escalation } of approval.value.stages) {
      look(policy, { approvers, fallback }, context)
      if (escalation !== undefined) look(policy, escalation, context)
    }
  },
})

const look = (
  policy: PolicyElement,
  { approvers, fallback }: Pick<ApprovalStage, 'approvers' | 'fallback'>,
  { program, isOn, report }: RuleContext,
) => {
  if (fallback.length > 0 || approvers.some(isCertain)) return
  const ofOthers = isExternalPolicy(policy, program) && isOn('manager-of-external')
  const missing = approvers.find(
    approver => !(ofOthers && approver.subject === 'manager') && mayBeMissing(approver, policy, program),
  )
  if (missing === undefined) return
  const { owners } = policy.package.catalog
  const said = policy.terms.approval
  const fixes = fallbackFixes(approvers, owners, said?.template === undefined)
  report({
    message: `${sayer(policy, said)} asks only ${missing.subject === 'manager' ? `the ${missing.level > 1 ? "manager's manager" : 'manager'} of who requests, and not everybody has one` : `${deciderWords(missing)}, and not everybody has any`}. Add a \`fallback\`: a group, or a user.`,
    range: missing.range,
    ...(fixes.length > 0
      ? { fixes }
      : { help: 'Name owners of the catalog first; they are who should decide where nobody else can.' }),
  })
}

/**
 * Whether a requestor may have no such approver. Sponsors of organizations that the sources name are known: where one has none, the check
 * no-sponsor says so. Sponsors of members are another rule's matter, whatever there is to fall back on.
 */
const mayBeMissing = ({ subject }: Subject, policy: PolicyElement, program: Program): boolean => {
  switch (subject) {
    case 'manager':
      return true
    case 'internal sponsors':
    case 'external sponsors': {
      const who = policy.terms.requestable?.value.who
      return isExternalPolicy(policy, program) && who !== 'users from' && who !== 'any connected organization'
    }
    case 'user sponsors':
      return isExternalPolicy(policy, program)
    default:
      return false
  }
}
