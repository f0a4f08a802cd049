import type { Finding } from '@entitle/graph'
import {
  type ApprovalStage,
  isExternal,
  type OrganizationElement,
  type PolicyElement,
  type Program,
  type Requestable,
} from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { policiesOf } from './names.ts'

/** Approvers that people from outside don't have: no sponsor of their organization, and no fallback. */
export const externalApprovers: Check = ({ program, whole }) =>
  policiesOf(program).flatMap(policy => approverFindings(policy, whole))

const approverFindings = (policy: PolicyElement, program: Program): Finding[] => {
  const { requestable, approval } = policy.terms
  if (requestable === undefined || approval?.value.required !== true || !isExternal(requestable.value)) return []
  return approval.value.stages.flatMap(stage => withoutSponsor(policy, stage, inScope(requestable.value, program)))
}

const withoutSponsor = (
  policy: PolicyElement,
  { approvers, fallback }: ApprovalStage,
  organizations: readonly OrganizationElement[],
): Finding[] => {
  if (fallback.length > 0) return []
  return approvers.flatMap(({ subject, range }) => {
    if (subject !== 'internal sponsors' && subject !== 'external sponsors') return []
    const side = subject === 'internal sponsors' ? 'internalSponsors' : 'externalSponsors'
    const without = organizations.filter(organization => organization[side].length === 0)
    if (without.length === 0) return []
    const names = without.map(({ name }) => name).join(', ')
    return [
      findingAt(
        'no-sponsor',
        'warning',
        range,
        `Requests under policy ${policy.name} go to ${subject}, and ${names} ${without.length === 1 ? 'has' : 'have'} none. Name ${subject} there, or add a \`fallback\` here.`,
        {
          related: without.map(({ name, nameRange }) => ({
            place: { kind: 'source', range: nameRange },
            message: `${name} has no ${subject}.`,
          })),
        },
      ),
    ]
  })
}

const inScope = (requestable: Requestable, { organizations }: Program): readonly OrganizationElement[] => {
  if (requestable.who === 'users from') return requestable.organizations.map(({ organization }) => organization)
  if (requestable.who === 'any connected organization')
    return organizations.filter(({ state }) => state === 'configured')
  return requestable.who === 'any external user' ? organizations : []
}
