import { isRef, type TenantObject, type Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { subjectInWords } from '../subject-words.ts'
import { saysNothing } from './left-over.ts'
import { type Gap, type Said, said, unsaid } from './said.ts'
import { commas, type Part, sentence } from './sentence.ts'
import { object, restOf, sortOf } from './subjects.ts'
import { isLive, type Surroundings } from './surroundings.ts'

const anybody: { readonly [scope: string]: string } = {
  notSpecified: 'no one',
  allMemberUsers: 'any member',
  allDirectoryUsers: 'any user',
  allConfiguredConnectedOrganizationUsers: 'any connected organization',
  allExternalUsers: 'any external user',
  allDirectoryServicePrincipals: 'any service principal',
  allDirectoryAgentIdentities: 'any agent identity',
}

const noOne = sentence('requestable by no one')

/** Whether new requests are switched on. What a tenant leaves out is off; what the sources leave out follows from the scope. */
export const mayRequest = (policy: TenantObject): boolean => {
  const { enableTargetsToSelfAddAccess: on } = fields(policy.properties.requestorSettings)
  return isLive(policy) ? on === true : on !== false
}

/**
 * Who may request. What can't be said lets nobody request, never more people than the tenant does.
 * https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy: `allowedTargetScope`
 */
export const requestors = (policy: TenantObject, surroundings: Surroundings): Said => {
  const { allowedTargetScope, specificAllowedTargets: targets, requestorSettings } = policy.properties
  const scope = text(allowedTargetScope)
  if (scope === undefined) return withoutScope(policy)
  if (!mayRequest(policy) && scope !== 'notSpecified')
    return {
      sentences: [noOne],
      gaps: [
        {
          path: 'allowedTargetScope',
          why: 'New requests are switched off, so the policy is written as requestable by no one. The language has no way to keep who may request once they are on.',
        },
      ],
    }
  const word = anybody[scope]
  if (word !== undefined)
    return {
      sentences: [sentence(`requestable by ${word}`)],
      gaps: unusedTargets(targets, scope, fields(requestorSettings).enableTargetsToSelfAddAccess === true),
    }
  const { lead, item } = listings(isLive(policy), surroundings)[scope] ?? { lead: [], item: () => undefined }
  const all = items(targets).map(target => ({ target, parts: item(target) }))
  const known = all.flatMap(({ parts }) => (parts === undefined ? [] : [parts]))
  const gaps = all.flatMap(({ target, parts }, index): readonly Gap[] => {
    const path = `specificAllowedTargets/${index}`
    return parts === undefined
      ? [{ path, why: `The language can't name ${subjectInWords(target)} as a requestor here.` }]
      : restOf(target, path)
  })
  if (known.length > 0) return { sentences: [sentence('requestable by', ...lead, ...commas(known))], gaps }
  const why =
    all.length === 0
      ? 'The policy names nobody, so it is written as requestable by no one.'
      : 'The language has no words for any of these requestors, so the policy is written as requestable by no one.'
  return { sentences: [noOne], gaps: [{ path: 'allowedTargetScope', why }, ...gaps] }
}

/** A broken policy that says no scope. */
const withoutScope = ({ properties }: TenantObject): Said => {
  const { specificAllowedTargets, requestorSettings } = properties
  const isOpen = fields(requestorSettings).enableTargetsToSelfAddAccess === true
  return saysNothing(specificAllowedTargets) && !isOpen
    ? said()
    : unsaid('allowedTargetScope', 'The policy doesn’t say who may request, so it is written as requestable by no one.')
}

const unusedTargets = (targets: Value | undefined, scope: string, mayRequest: boolean): Gap[] => [
  ...(items(targets).length === 0
    ? []
    : [{ path: 'specificAllowedTargets', why: 'The policy names requestors, but its scope takes no notice of them.' }]),
  ...(scope === 'notSpecified' && mayRequest
    ? [
        {
          path: 'requestorSettings/enableTargetsToSelfAddAccess',
          why: 'New requests are switched on for nobody; `requestable by no one` switches them off.',
        },
      ]
    : []),
]

interface Listing {
  readonly lead: readonly Part[]
  readonly item: (target: Value) => readonly Part[] | undefined
}

const listings = (live: boolean, { nameOf }: Surroundings): { readonly [scope: string]: Listing } => ({
  specificDirectoryUsers: {
    lead: [],
    item: target =>
      sortOf(target) === 'singleUser'
        ? object(fields(target).userId, 'user', live)
        : sortOf(target) === 'groupMembers'
          ? object(fields(target).groupId, 'group', live)
          : undefined,
  },
  specificDirectoryServicePrincipals: {
    lead: [],
    item: target => {
      const app = fields(target).servicePrincipalId
      return sortOf(target) === 'singleServicePrincipal' && isRef(app) && app.$ref === 'servicePrincipal'
        ? ['app', { use: app, live, behindApp: true }]
        : undefined
    },
  },
  specificConnectedOrganizationUsers: {
    lead: ['users from'],
    item: target => {
      const organization = fields(target).connectedOrganizationId
      const name = isRef(organization) && organization.address !== undefined ? nameOf(organization.address) : undefined
      return sortOf(target) === 'connectedOrganizationMembers' && name !== undefined ? [name] : undefined
    },
  },
})
