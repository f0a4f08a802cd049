import type { Fix } from '@entitle/graph'
import type { PolicyElement, Requestable, Sourced, Subject } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { isExternalPolicy } from './external.ts'
import { listInSource } from './source-words.ts'
import { askedIn } from './sponsors.ts'

/** Whoever is asked first, and who stands in. */
interface Asked {
  readonly subjects: readonly Subject[]
  readonly fallback: readonly Subject[]
  readonly said: Sourced<unknown>
  readonly does: 'approve' | 'review'
}

export const managerOfExternal = defineRule({
  name: 'manager-of-external',
  finds: 'an external policy approved or reviewed by the manager of people from outside, who rarely have one',
  why: 'A request that goes to a manager who is not there runs out, or goes to the fallback each time.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const asked = managersIn(policy)
    if (asked.length === 0 || !isExternalPolicy(policy, program)) return
    const only = isOnlyExternal(policy.terms.requestable?.value)
    for (const { subjects, fallback, said, does } of asked)
      for (const manager of subjects.filter(isManager))
        if (only || fallback.length === 0)
          report({
            message: `${sayer(policy, said)} has managers ${does}, and people from outside rarely have one in the directory. ${only ? 'Name `internal sponsors`.' : 'Add a `fallback`.'}`,
            range: manager.range,
            fixes: only ? bySponsors(policy, manager, { subjects, fallback, said, does }) : [],
          })
  },
})

const isManager = ({ subject }: Subject): boolean => subject === 'manager'

/** Members have managers: where they may request too, a fallback for the others is enough. */
const isOnlyExternal = (requestable: Requestable | undefined): boolean =>
  requestable?.who === 'users from' ||
  requestable?.who === 'any connected organization' ||
  requestable?.who === 'any external user'

const managersIn = ({ terms: { approval, review } }: PolicyElement): readonly Asked[] => {
  const stages = approval?.value.required === true ? approval.value.stages : []
  const all: Asked[] = []
  for (const { approvers, fallback, escalation } of stages) {
    const said = approval as Sourced<unknown>
    if (approvers.some(isManager)) all.push({ subjects: approvers, fallback, said, does: 'approve' })
    if (escalation?.approvers.some(isManager))
      all.push({ subjects: escalation.approvers, fallback: escalation.fallback, said, does: 'approve' })
  }
  if (review?.value.reviewers.some(isManager))
    all.push({ subjects: review.value.reviewers, fallback: review.value.fallback, said: review, does: 'review' })
  return all
}

/** Sponsors decide already, and would twice. */
const areAsked = ({ terms: { approval } }: PolicyElement): boolean =>
  approval?.value.required === true &&
  approval.value.stages.flatMap(askedIn).some(({ subject }) => subject === 'internal sponsors')

/** Sponsors may be missing too, so owners stand in where nobody else does. */
const bySponsors = (policy: PolicyElement, manager: Subject, { subjects, fallback, said }: Asked): Fix[] => {
  if (subjects.length > 1 || areAsked(policy)) return []
  const owners = listInSource(policy.package.catalog.owners)
  const text = fallback.length > 0 || owners === '' ? 'internal sponsors' : `internal sponsors, fallback ${owners}`
  return [{ title: `Write "${text}"`, safe: said.template === undefined, edits: [replace(manager.range, text)] }]
}
