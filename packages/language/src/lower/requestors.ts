import type { Properties, Value } from '@entitle/graph'
import type { Requestable, Terms } from '../resolve/program.ts'
import { organizationAddress } from './addresses.ts'
import { attributeRuleMembers } from './automatic-assignment.ts'
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
      return requestable.organizations.map(({ organization }) => ({
        '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
        connectedOrganizationId: {
          $ref: 'connected-organization',
          name: organization.displayName,
          address: organizationAddress(organization, lowering),
        },
      }))
    default:
      return []
  }
}

/** Who may request, or who is assigned by a rule: nobody where nothing is said. What isn't said is switched off. */
export const requestors = (terms: Terms, lowering: Lowering): Properties => {
  const { automatic } = terms
  const requestable = terms.requestable?.value ?? { who: 'no one' as const }
  const mayExtend = terms.extension?.value.allowed === true
  return {
    ...(automatic === undefined
      ? {
          allowedTargetScope: allowedTargetScope(requestable),
          specificAllowedTargets: specificAllowedTargets(requestable, lowering),
        }
      : {
          allowedTargetScope: 'specificDirectoryUsers',
          specificAllowedTargets: [attributeRuleMembers(automatic.value)],
        }),
    requestorSettings: {
      enableTargetsToSelfAddAccess: automatic === undefined && requestable.who !== 'no one',
      enableTargetsToSelfUpdateAccess: mayExtend,
      enableOnBehalfRequestorsToAddAccess: terms.onBehalf !== undefined,
      enableOnBehalfRequestorsToUpdateAccess: terms.onBehalf !== undefined && mayExtend,
      onBehalfRequestors:
        terms.onBehalf === undefined ? [] : [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }],
      allowCustomAssignmentSchedule: terms.chooseDates !== undefined,
    },
  }
}
