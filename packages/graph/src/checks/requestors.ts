import { isObj } from '../kinds/shape.ts'
import { isRef, type Properties } from '../model/tenant.ts'
import { items } from './check.ts'

/** People as a policy may admit them. */
interface Group {
  readonly key: string
  readonly words: string
}

const members = { key: 'members', words: 'every member of the directory' }
const guests = { key: 'guests', words: 'every guest' }
const connected = { key: 'connected', words: 'people of every connected organization' }
const anybody = { key: 'anybody', words: 'anybody from outside' }
const principals = { key: 'principals', words: 'every application' }
const agents = { key: 'agents', words: 'every agent identity' }

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy, `allowedTargetScope` */
const scopes: { readonly [scope: string]: readonly Group[] } = {
  allMemberUsers: [members],
  allDirectoryUsers: [members, guests],
  allConfiguredConnectedOrganizationUsers: [connected],
  allExternalUsers: [connected, anybody],
  allDirectoryServicePrincipals: [principals],
  allDirectoryAgentIdentities: [agents],
}

/** What else somebody belongs to whom a policy names. */
const partOf: { readonly [holder: string]: string } = {
  userId: 'members',
  groupId: 'members',
  connectedOrganizationId: 'connected',
  servicePrincipalId: 'principals',
}

/** Whom a policy lets request. */
const admitted = (policy: Properties | undefined): readonly (Group & { readonly within?: string })[] => {
  const scope = String(policy?.allowedTargetScope ?? 'notSpecified')
  const whole = scopes[scope]
  if (whole !== undefined) return whole
  return items(policy, 'specificAllowedTargets').flatMap(target =>
    Object.entries(partOf).flatMap(([holder, within]) => {
      const named = target[holder]
      return isRef(named) ? [{ key: `${holder} ${named.id ?? named.name}`, words: named.name, within }] : []
    }),
  )
}

/** Whom the policy admits that it didn't before, in words. A person of the directory is among its members. */
export const newlyAdmitted = (before: Properties | undefined, after: Properties | undefined): readonly string[] => {
  const known = new Set(admitted(before).map(({ key }) => key))
  return admitted(after)
    .filter(({ key, within }) => !known.has(key) && (within === undefined || !known.has(within)))
    .map(({ words }) => words)
}

/** Whether people from outside are among those whom the policy admits. */
export const admitsOutsiders = (policy: Properties | undefined): boolean =>
  admitted(policy).some(({ key, within }) => ['guests', 'connected', 'anybody'].includes(key) || within === 'connected')

/** The names of subjects, roles of people included. https://learn.microsoft.com/graph/api/resources/subjectset */
export const subjectNames = (subjects: readonly Properties[]): readonly string[] =>
  subjects.flatMap(subject => {
    if (!isObj(subject)) return []
    const named = Object.values(subject).find(isRef)
    if (named !== undefined) return [named.name]
    const sort = String(subject['@odata.type'] ?? '').replace(/^#?microsoft\.graph\./, '')
    return [sorts[sort] ?? sort]
  })

const sorts: { readonly [sort: string]: string } = {
  requestorManager: 'managers',
  targetManager: 'managers',
  internalSponsors: 'internal sponsors',
  externalSponsors: 'external sponsors',
  targetUserSponsors: 'sponsors',
  targetAgentIdentitySponsorsOrOwners: 'sponsors or owners',
}
