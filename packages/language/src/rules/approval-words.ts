import type { ApprovalStage, Block, OrganizationElement, PolicyElement, Program, Sourced } from '../resolve/program.ts'
import { listInSource } from './source-words.ts'

/** What of a policy says who asks for access to what. */
type Asked = Pick<PolicyElement, 'package' | 'terms'>

/** The stages that a policy for people from outside may be given, the first to be asked first, as a source writes them. */
export const stagesFor = (policy: Asked, program: Program): readonly string[] => {
  const { catalog } = policy.package
  const owners = listInSource(catalog.owners)
  const managers = listInSource(catalog.packageManagers)
  const others = [owners, ...(managers === owners ? [] : [managers])].filter(approvers => approvers !== '')
  if (!haveOrganizations(policy)) return others
  if (owners !== '') return [`internal sponsors, fallback ${owners}`, ...others]
  return haveSponsors(policy, program) ? ['internal sponsors', ...others] : others
}

/** The stages that an approval may get in addition: by people who don't decide in it yet. */
export const furtherStages = (
  policy: PolicyElement,
  program: Program,
  stages: readonly ApprovalStage[],
): readonly string[] => {
  const deciding = new Set(stages.flatMap(({ approvers }) => approvers.map(wordsOf)))
  const { owners, packageManagers } = policy.package.catalog
  const candidates = stagesFor(policy, program)
  return candidates.filter(candidate => {
    if (candidate.startsWith('internal sponsors')) return !deciding.has('internal sponsors')
    const objects = candidate === listInSource(owners) ? owners : packageManagers
    return !objects.some(({ object }) => deciding.has(object.displayName))
  })
}

/** Whether every cloud that a tenant is in can ask requestors why; the others refuse a policy that does. https://learn.microsoft.com/graph/deployments */
export const canAskWhy = ({ tenants }: Program): boolean => tenants.every(({ cloud }) => cloud === 'global')

/** `approval { … }` by these stages, which asks the requestor why. */
export const approvalLines = (stages: readonly string[], program: Program): string[] => [
  'approval {',
  ...(canAskWhy(program) ? ['  justification required'] : []),
  ...stages.map(stage => `  stage by ${stage}`),
  '}',
]

/** Where the stages stand: two columns further in than the statements of the policy or of its template. */
export const blockOfApproval = ({ range, template }: Sourced<unknown>, policy: PolicyElement): Block => {
  const { block } = template ?? policy
  return { ...block, inline: range.start.line === range.end.line, indent: block.indent + 2 }
}

const wordsOf = (subject: ApprovalStage['approvers'][number]): string =>
  subject.subject === 'object' ? subject.object.displayName : subject.subject

/** Guests among "any user", and those on a list, may belong to no organization, and so to no sponsor. */
const haveOrganizations = ({ terms: { requestable } }: Asked): boolean =>
  requestable?.value.who !== 'any user' && requestable?.value.who !== 'objects'

const haveSponsors = ({ terms: { requestable } }: Asked, { organizations }: Program): boolean => {
  const sponsored = (each: readonly OrganizationElement[]) =>
    each.length > 0 && each.every(({ internalSponsors }) => internalSponsors.length > 0)
  if (requestable?.value.who === 'users from')
    return sponsored(requestable.value.organizations.map(({ organization }) => organization))
  return (
    requestable?.value.who === 'any connected organization' &&
    sponsored(organizations.filter(({ state }) => state === 'configured'))
  )
}
