import type { Fix } from '@entitle/graph'
import type { ApprovalRequired, PolicyElement, Sourced } from '../resolve/program.ts'
import { blockOfApproval, canAskWhy } from './approval-words.ts'
import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'

const statement = 'justification required'

export const externalJustification = defineRule({
  name: 'external-justification',
  finds: 'external requests that need no justification from the requestor',
  why: 'Approvers decide on people whom they often have never met; a reason is what they can go by, and what an auditor asks for later.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.approval
    const approval = said?.value
    if (said === undefined || approval?.required !== true || approval.justification) return
    if (!isExternalPolicy(policy, program) || !canAskWhy(program)) return
    report({
      message: `${sayer(policy, said)} doesn't ask people from outside why they need access. Write \`${statement}\` in the approval.`,
      range: approval.justificationRange ?? said.range,
      fixes: fixesOf(policy, said, approval),
    })
  },
})

/** In place of what is said, else before the first stage. */
const fixesOf = (policy: PolicyElement, said: Sourced<unknown>, { justificationRange, stages }: ApprovalRequired) => {
  const first = stages[0]?.range
  const fix = (title: string, edit: Fix['edits'][number]): Fix[] => [
    { title, safe: said.template === undefined, edits: [edit] },
  ]
  if (justificationRange !== undefined) return fix(`Replace by "${statement}"`, replace(justificationRange, statement))
  if (first === undefined) return []
  const before = { uri: first.uri, start: first.start, end: first.start }
  const { inline, indent } = blockOfApproval(said, policy)
  return fix(`Add "${statement}"`, replace(before, `${statement}${inline ? ' ' : `\n${' '.repeat(indent)}`}`))
}
