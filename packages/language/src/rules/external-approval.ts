import type { PolicyElement } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'
import { isExternalPolicy, requestorsOf } from './external.ts'
import { listInSource } from './source-words.ts'

export const externalApproval = defineRule({
  name: 'external-approval',
  finds: 'an external policy without approval, or with fewer stages than the bound',
  why: 'Somebody who answers for the partner should know each person who comes in.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'error', strict: 'error' },
  bound: { direction: 'at least', measure: 'count', noun: 'stages', default: 1 },
  element: 'policy',
  check(policy, { bound, report }) {
    if (!isExternalPolicy(policy)) return
    const said = policy.terms.approval
    const stages = said?.value.required === true ? said.value.stages.length : 0
    if (stages >= bound) return
    const lines = approvalLines(policy)
    const asked = `${bound} ${bound === 1 ? 'stage' : 'stages'}`
    const title = 'Add approval by the internal sponsors'
    if (said === undefined)
      report({
        message: `Under policy "${policy.displayName}" ${requestorsOf(policy)} get access without anybody's approval. Add at least ${asked}.`,
        range: policy.nameRange,
        fixes: lines === undefined ? [] : [{ title, safe: true, edits: [addStatement(policy.block, lines)] }],
      })
    else if (stages === 0)
      report({
        message: `${sayer(policy, said)} lets people from outside in without anybody's approval. Ask for at least ${asked}.`,
        range: said.range,
        fixes:
          lines === undefined || said.template !== undefined
            ? []
            : [{ title, safe: true, edits: [replace(said.range, lines.join(`\n${' '.repeat(policy.block.indent)}`))] }],
      })
    else
      report({
        message: `${sayer(policy, said)} has ${stages} approval ${stages === 1 ? 'stage' : 'stages'} for people from outside; the standard asks for at least ${bound}. Add a stage.`,
        range: said.range,
      })
  },
})

/** Sponsors exist for people of connected organizations; guests of "any user" may have none, so the owners decide. */
const approvalLines = (policy: PolicyElement): string[] | undefined => {
  const owners = listInSource(policy.package.catalog.owners)
  const sponsored = policy.terms.requestable?.value.who !== 'any user'
  if (!sponsored && owners === '') return undefined
  const approvers = sponsored ? `internal sponsors${owners === '' ? '' : `, fallback ${owners}`}` : owners
  return ['approval {', '  justification required', `  stage by ${approvers}`, '}']
}
