import type { ApprovalStage, DirectoryElement, PolicyElement, Subject } from '../resolve/program.ts'
import { loneUser } from './deciders.ts'
import { defineRule } from './define-rule.ts'

export const selfDealing = defineRule({
  name: 'self-dealing',
  finds: 'a group that may request and also approves or reviews',
  why: "Colleagues who decide on each other's access decide on their own by turns.",
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const { requestable, approval } = policy.terms
    if (requestable?.value.who !== 'objects') return
    const requestors = new Set(requestable.value.objects.map(({ object }) => object))
    const related = [
      { place: { kind: 'source' as const, range: requestable.range }, message: 'This is who may request.' },
    ]
    const say = (found: Found | undefined, does: string, instead: string) => {
      if (found === undefined || !requestors.has(found.object)) return
      report({
        message: `"${found.object.displayName}" may request under policy "${policy.displayName}" and ${does}. Let somebody else ${instead}.`,
        range: found.range,
        related,
      })
    }
    for (const stage of approval?.value.required === true ? approval.value.stages : [])
      for (const found of inStage(stage)) say(found, 'approves these requests', 'approve')
    for (const found of inReview(policy)) say(found, 'reviews this access', 'review it')
  },
})

type Found = Extract<Subject, { readonly subject: 'object' }>

const groups = (subjects: readonly Subject[]): Found[] =>
  subjects.filter(
    (subject): subject is Found & { readonly object: DirectoryElement } =>
      subject.subject === 'object' && subject.object.kind === 'group',
  )

const asFound = (subject: Subject | undefined): Found[] => (subject?.subject === 'object' ? [subject] : [])

/** Nobody approves their own request, so a user matters only where nobody else is asked. */
const inStage = ({ approvers, fallback, escalation }: ApprovalStage): Found[] => [
  ...groups([...approvers, ...fallback, ...(escalation?.approvers ?? []), ...(escalation?.fallback ?? [])]),
  ...(fallback.length === 0 && escalation === undefined ? asFound(loneUser(approvers)) : []),
]

const inReview = ({ terms: { review } }: PolicyElement): Found[] => {
  if (review === undefined) return []
  const { reviewers, fallback } = review.value
  return [...groups([...reviewers, ...fallback]), ...(fallback.length === 0 ? asFound(loneUser(reviewers)) : [])]
}
