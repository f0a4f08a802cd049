import type { Fix, SourceEdit, SourceRange } from '@entitle/graph'
import type { PolicyElement, Program, Requestable } from '../resolve/program.ts'
import { approvalLines, stagesFor } from './approval-words.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addBehind, replace } from './edit.ts'
import { freeName } from './free-name.ts'
import { guestsIn } from './guest.ts'
import { decidersOf, listInSource, reviewLines, textInSource } from './source-words.ts'
import { withoutSponsors } from './sponsors.ts'

export const mixedAudience = defineRule({
  name: 'mixed-audience',
  finds: 'one policy that takes members and guests on the same terms',
  why: 'Guests need shorter terms, other approvers and more frequent reviews than members.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-request-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.requestable
    if (said === undefined || !isMixed(said.value, program)) return
    const splits = said.value.who === 'any user' && said.template === undefined && !policy.package.block.inline
    const edits = withoutSponsors(policy)
    report({
      message: `${sayer(policy, said)} takes members and guests on the same terms. Write one policy for each.`,
      range: said.range,
      fixes: splits && edits !== undefined ? [split(policy, program, said.range, edits)] : [],
    })
  },
})

const isMixed = (requestable: Requestable, program: Program): boolean => {
  if (requestable.who === 'any user') return true
  const guests = guestsIn(requestable, program)
  return requestable.who === 'objects' && guests.length > 0 && guests.length < requestable.objects.length
}

const split = (policy: PolicyElement, program: Program, range: SourceRange, ofMembers: readonly SourceEdit[]): Fix => {
  const siblings = policy.package.policies
  const name = freeName(
    `${policy.name}-partners`,
    '-',
    siblings.map(sibling => sibling.name),
  )
  const displayName = freeName(
    `${policy.displayName} (partners)`,
    ' ',
    siblings.map(sibling => sibling.displayName),
  )
  const partners = {
    package: policy.package,
    terms: { requestable: { value: { who: 'any connected organization' as const }, range } },
  }
  const stages = stagesFor(partners, program).slice(0, 1)
  const reviewers = listInSource(decidersOf(policy.package.catalog))
  const statements = [
    'requestable by any connected organization',
    ...(stages.length === 0 ? [] : approvalLines(stages, program)),
    'expires after 180 days',
    stages.length === 0 ? 'extension denied' : 'extension allowed with approval',
    ...(reviewers === '' ? [] : reviewLines('quarterly', reviewers)),
  ]
  const lines = [`policy ${name} ${textInSource(displayName)} {`, ...statements.map(statement => `  ${statement}`), '}']
  return {
    title: 'Split into a policy for members and one for partners',
    safe: false,
    edits: [
      replace(range, 'requestable by any member'),
      ...ofMembers,
      addBehind(policy.range, lines, policy.block.indent - 2),
    ],
  }
}
