import type { SourceEdit } from '@entitle/graph'
import type { ApprovalStage, PolicyElement, Subject } from '../resolve/program.ts'
import { replace } from './edit.ts'
import { listInSource } from './source-words.ts'

const sponsors: readonly Subject['subject'][] = ['internal sponsors', 'external sponsors', 'user sponsors']

/** Whom an organization, a guest or an agent has, and a member hasn't. */
export const isSponsor = ({ subject }: Subject): boolean => sponsors.includes(subject)

/** Everybody whom a stage may ask. */
export const askedIn = ({ approvers, fallback, escalation }: ApprovalStage): readonly Subject[] => [
  ...approvers,
  ...fallback,
  ...(escalation?.approvers ?? []),
  ...(escalation?.fallback ?? []),
]

/** What to write instead of the sponsors of a stage, where members request: a manager may be missing, so owners stand in, and one stage may ask managers. */
export const managerInstead = (policy: PolicyElement, stage: ApprovalStage, asked: Subject): string | undefined => {
  const { approval } = policy.terms
  const stages = approval?.value.required === true ? approval.value.stages : []
  const owners = listInSource(policy.package.catalog.owners)
  const askedAlready = stages.some(({ approvers }) => approvers.some(({ subject }) => subject === 'manager'))
  const sponsored = stages.filter(({ approvers }) => approvers.some(isSponsor))
  if (stage.approvers.length !== 1 || stage.approvers[0] !== asked || askedAlready || sponsored.length > 1)
    return undefined
  if (stage.fallback.length > 0) return 'manager'
  return owners === '' ? undefined : `manager, fallback ${owners}`
}

/** The edits by which an approval asks managers instead of sponsors; undefined where it isn't the policy's own, or can't be done. */
export const withoutSponsors = (policy: PolicyElement): readonly SourceEdit[] | undefined => {
  const { approval } = policy.terms
  const edits: SourceEdit[] = []
  for (const stage of approval?.value.required === true ? approval.value.stages : [])
    for (const asked of askedIn(stage).filter(isSponsor)) {
      const text = managerInstead(policy, stage, asked)
      if (text === undefined || approval?.template !== undefined) return undefined
      edits.push(replace(asked.range, text))
    }
  return edits
}
