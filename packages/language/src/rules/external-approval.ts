import type { Fix } from '@entitle/graph'
import type { ApprovalStage, PolicyElement, Program, Sourced } from '../resolve/program.ts'
import { approvalLines, blockOfApproval, furtherStages, stagesFor } from './approval-words.ts'
import { countInWords } from './bound.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addStatement, replaceStatement } from './edit.ts'
import { isExternalPolicy, requestorsOf } from './external.ts'

const help =
  'Name owners of the catalog, or internal sponsors of each organization, first; they are who should approve.'

export const externalApproval = defineRule({
  name: 'external-approval',
  finds: 'an external policy without approval, or with fewer stages than the bound',
  why: 'Somebody who answers for the partner should know each person who comes in.',
  source: 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment',
  severity: { recommended: 'error', strict: 'error' },
  bound: { direction: 'at least', measure: 'count', noun: 'stages', most: 3, default: 1 },
  element: 'policy',
  check(policy, { program, bound, report }) {
    if (!isExternalPolicy(policy, program)) return
    const said = policy.terms.approval
    const stages = said?.value.required === true ? said.value.stages : []
    if (stages.length >= bound) return
    if (said !== undefined && stages.length > 0) {
      report({
        message: `${sayer(policy, said)} has ${countInWords(stages.length, 'approval stages')} for people from outside; the standard asks for at least ${bound}. Add a stage.`,
        range: said.range,
        fixes: more(policy, program, said, stages, bound - stages.length),
      })
      return
    }
    const asked = countInWords(bound, 'stages')
    const message =
      said === undefined
        ? `Under policy "${policy.displayName}" ${requestorsOf(policy, program)} get access without anybody's approval. Add at least ${asked}.`
        : `${sayer(policy, said)} lets people from outside in without anybody's approval. Ask for at least ${asked}.`
    const chosen = stagesFor(policy, program).slice(0, bound)
    const lines = approvalLines(chosen, program)
    const edit =
      said === undefined ? addStatement(policy.block, lines) : replaceStatement(policy.block, said.range, lines)
    report({
      message,
      range: said?.range ?? policy.nameRange,
      ...(chosen.length < bound
        ? { help }
        : said?.template === undefined
          ? { fixes: [{ title: `Add approval by ${approversOf(chosen)}`, safe: true, edits: [edit] }] }
          : {}),
    })
  },
})

/** Adds the missing stages behind the last one. */
const more = (
  policy: PolicyElement,
  program: Program,
  said: Sourced<unknown>,
  stages: readonly ApprovalStage[],
  missing: number,
): Fix[] => {
  const further = furtherStages(policy, program, stages).slice(0, missing)
  const last = stages.at(-1)
  if (last === undefined || further.length < missing) return []
  const end = { uri: last.range.uri, start: last.range.end, end: last.range.end }
  const block = blockOfApproval(said, policy)
  const lines = ['', ...further.map(stage => `stage by ${stage}`)]
  const safe = said.template === undefined
  return [{ title: `Add a stage by ${approversOf(further)}`, safe, edits: [replaceStatement(block, end, lines)] }]
}

const approversOf = (stages: readonly string[]): string =>
  stages.map(stage => (stage.startsWith('internal sponsors') ? 'internal sponsors' : stage)).join(', then ')
