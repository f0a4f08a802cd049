import type { Fix } from '@entitle/graph'
import type { ObjectReference, PolicyElement, Requestable, Subject } from '../resolve/program.ts'
import { defineRule, type RuleContext, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'
import { listInSource } from './source-words.ts'

export const managerOfExternal = defineRule({
  name: 'manager-of-external',
  finds: 'an external policy approved or reviewed by the manager',
  why: 'The directory rarely knows a manager of people from outside.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, context) {
    if (!isExternalPolicy(policy, context.program)) return
    const { approval, review } = policy.terms
    for (const stage of approval?.value.required === true ? approval.value.stages : [])
      for (const asked of [stage, ...(stage.escalation === undefined ? [] : [stage.escalation])])
        look(policy, { ...asked, deciders: asked.approvers, said: approval, verb: 'approve' }, context)
    if (review === undefined) return
    const { reviewers, fallback } = review.value
    look(policy, { deciders: reviewers, fallback, said: review, verb: 'review' }, context)
  },
})

interface Asked {
  readonly deciders: readonly Subject[]
  readonly fallback: readonly Subject[]
  readonly said: PolicyElement['terms']['approval'] | PolicyElement['terms']['review']
  readonly verb: 'approve' | 'review'
}

const look = (policy: PolicyElement, asked: Asked, { report }: RuleContext) => {
  const { deciders, fallback, said, verb } = asked
  const manager = deciders.find(({ subject }) => subject === 'manager')
  const requestable = policy.terms.requestable?.value
  if (manager === undefined || requestable === undefined) return
  const fromOutside = haveOrganizations(requestable)
  if (!fromOutside && (fallback.length > 0 || deciders.length > 1)) return
  const fix = fromOutside ? fixOf(asked, manager, policy.package.catalog.owners) : undefined
  report({
    message: `${sayer(policy, said)} lets managers ${verb}, and people from outside rarely have one in the directory. ${fromOutside ? `Let \`internal sponsors\` ${verb}.` : 'Add a `fallback`, or write a policy for guests with other deciders.'}`,
    range: manager.range,
    ...(fix === undefined ? {} : { fixes: [fix] }),
  })
}

/** Members among "any user", and on a list, have managers; guests there may belong to no organization. */
const haveOrganizations = ({ who }: Requestable): boolean => who !== 'any user' && who !== 'objects'

/** Sponsors may be missing too, so there must be somebody to fall back on. */
const fixOf = (
  { deciders, fallback, verb }: Asked,
  manager: Subject,
  owners: readonly ObjectReference[],
): Fix | undefined => {
  const last = deciders.at(-1)
  if (last === undefined || (fallback.length === 0 && owners.length === 0)) return undefined
  if (deciders.some(({ subject }) => subject === 'internal sponsors')) return undefined
  const more = fallback.length > 0 ? '' : `, fallback ${listInSource(owners)}`
  const { uri, end } = last.range
  const edits =
    last === manager || more === ''
      ? [replace(manager.range, `internal sponsors${more}`)]
      : [replace(manager.range, 'internal sponsors'), { range: { uri, start: end, end }, text: more }]
  return { title: `Let internal sponsors ${verb}`, safe: false, edits }
}
