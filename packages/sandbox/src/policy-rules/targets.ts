import { invalidModel } from '../http/graph-error.ts'
import { type JsonObject, objectsIn } from '../json.ts'
import { typeNameOf } from '../schema/lookup.ts'

/** The subjects that each scope takes in specificAllowedTargets; none where the scope says it all. */
const takes: Readonly<Record<string, readonly string[]>> = {
  notSpecified: [],
  specificDirectoryUsers: ['singleUser', 'groupMembers', 'attributeRuleMembers'],
  allMemberUsers: [],
  allDirectoryUsers: [],
  specificDirectoryServicePrincipals: ['singleServicePrincipal'],
  allDirectoryServicePrincipals: [],
  allDirectoryAgentIdentities: [],
  specificConnectedOrganizationUsers: ['connectedOrganizationMembers'],
  allConfiguredConnectedOrganizationUsers: [],
  allExternalUsers: [],
}

const external = ['specificConnectedOrganizationUsers', 'allConfiguredConnectedOrganizationUsers', 'allExternalUsers']

/** Whether a policy of this scope is for people of other organizations. */
export const isExternalScope = (scope: unknown): boolean => external.includes(String(scope))

export const kindOfSubject = (subject: JsonObject): string => typeNameOf(String(subject['@odata.type']))

/** Who may get access: a policy is for insiders or for outsiders, and its targets must fit its scope. */
export function checkTargets(policy: JsonObject): void {
  const scope = String(policy.allowedTargetScope)
  const targets = objectsIn(policy.specificAllowedTargets)
  const allowed = takes[scope] ?? []
  const stranger = targets.map(kindOfSubject).find(kind => !allowed.includes(kind))
  if (stranger)
    throw invalidModel(
      `The model is invalid. A specificAllowedTarget of type '${stranger}' does not fit the allowedTargetScope '${scope}'.`,
    )
  if (allowed.length > 0 && targets.length === 0)
    throw invalidModel(`The model is invalid. The allowedTargetScope '${scope}' needs specificAllowedTargets.`)
  const limit = scope === 'specificConnectedOrganizationUsers' ? 1000 : 500
  if (targets.length > limit)
    throw invalidModel(`The model is invalid. A policy takes at most ${limit} specificAllowedTargets.`)
}
