import type { ApprovalStage, PolicyElement, Subject } from '../resolve/program.ts'
import { deciderKey, deciderWords } from './deciders.ts'
import { defineRule, type RuleContext } from './define-rule.ts'

export const sameDeciderTwice = defineRule({
  name: 'same-decider-twice',
  finds: 'one person or group in two stages, or as approver and its own fallback or escalation',
  why: 'A second look by the same eyes is no second look.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const { approval, review } = policy.terms
    const stages = approval?.value.required === true ? approval.value.stages : []
    for (const [index, stage] of stages.entries()) {
      inOtherStages(stages, index, policy, report)
      inStage(stage, policy, report)
    }
    if (review === undefined) return
    for (const { subject, first } of again(review.value.reviewers, review.value.fallback))
      report({
        message: `${deciderWords(subject)} reviews access under policy "${policy.displayName}" already, so it is no fallback. Name somebody else.`,
        range: subject.range,
        related: [asksHere(first)],
      })
  },
})

type Say = RuleContext['report']

const inOtherStages = (stages: readonly ApprovalStage[], index: number, policy: PolicyElement, report: Say) => {
  const before = stages.slice(0, index)
  for (const { subject, first } of again(
    before.flatMap(({ approvers }) => approvers),
    stages[index]?.approvers ?? [],
  )) {
    const stage = before.findIndex(({ approvers }) => approvers.includes(first)) + 1
    report({
      message: `${deciderWords(subject)} approves requests under policy "${policy.displayName}" in stage ${stage} already. Ask somebody else in stage ${index + 1}, or leave that stage out.`,
      range: subject.range,
      related: [asksHere(first)],
    })
  }
}

const inStage = ({ approvers, fallback, escalation }: ApprovalStage, policy: PolicyElement, report: Say) => {
  for (const { subject, first } of again(approvers, fallback))
    report({
      message: `${deciderWords(subject)} approves requests under policy "${policy.displayName}" already, so it is no fallback. Name somebody else.`,
      range: subject.range,
      related: [asksHere(first)],
    })
  for (const { subject, first } of again(approvers, escalation?.approvers ?? []))
    report({
      message: `Policy "${policy.displayName}" passes requests on to ${deciderWords(subject)}, who didn't answer before. Name somebody else.`,
      range: subject.range,
      related: [asksHere(first)],
    })
}

const asksHere = ({ range }: Subject) => ({
  place: { kind: 'source' as const, range },
  message: 'The first time is here.',
})

/** Those of a list who are among others already, each with the first that is the same. */
const again = (others: readonly Subject[], list: readonly Subject[]) =>
  list.flatMap(subject => {
    const first = others.find(other => deciderKey(other) === deciderKey(subject))
    return first === undefined ? [] : [{ subject, first }]
  })
