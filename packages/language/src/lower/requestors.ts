import { addressOf, type Value } from '@entitle/graph'
import type { Requestable } from '../resolve/program.ts'
import type { Lowering } from './lowering.ts'
import { objectSet } from './subject-set.ts'

const scopes: { readonly [who in Requestable['who']]: string } = {
  'no one': 'notSpecified',
  'any member': 'allMemberUsers',
  'any user': 'allDirectoryUsers',
  'any connected organization': 'allConfiguredConnectedOrganizationUsers',
  'any external user': 'allExternalUsers',
  'any service principal': 'allDirectoryServicePrincipals',
  'any agent identity': 'allDirectoryAgentIdentities',
  'users from': 'specificConnectedOrganizationUsers',
  apps: 'specificDirectoryServicePrincipals',
  objects: 'specificDirectoryUsers',
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy: `allowedTargetScope`. */
export const allowedTargetScope = (requestable: Requestable): string => scopes[requestable.who]

/** `specificAllowedTargets`: the users, groups, service principals or organizations that the scope means. */
export const specificAllowedTargets = (requestable: Requestable, lowering: Lowering): Value[] => {
  switch (requestable.who) {
    case 'apps':
    case 'objects':
      return requestable.objects.flatMap(({ object }) => objectSet(object, lowering))
    case 'users from':
      return requestable.organizations.map(({ organization: { displayName } }) => ({
        '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
        connectedOrganizationId: {
          $ref: 'connected-organization',
          name: displayName,
          address: addressOf('connected-organization', displayName),
        },
      }))
    default:
      return []
  }
}
