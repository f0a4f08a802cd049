import { findPrincipal } from '../directory/directory-objects.ts'
import { isAmong, membersOf } from '../directory/people.ts'
import { GraphError, invalidModel } from '../http/graph-error.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { isExternalScope, kindOfSubject } from '../policy-rules/targets.ts'
import type { World } from '../world.ts'
import { isOf } from './organization-of-user.ts'
import { inviteByEmail } from './subjects.ts'

/** Who an administrator assigns: a directory object by `targetId`, or someone new by `target.email`. */
export function targetOf(world: World, assignment: JsonObject, policy: Doc): Doc {
  const targetId = textOf(assignment.targetId)
  if (targetId) {
    const found = findPrincipal(world, targetId)
    if (!found || found.$type === 'group')
      throw invalidModel(`The model is invalid. The target '${targetId}' does not exist.`)
    return admitted(world, found, policy)
  }
  const target = isObject(assignment.target) ? assignment.target : {}
  const byObject = textOf(target.objectId)
  if (byObject) return targetOf(world, { targetId: byObject }, policy)
  const email = textOf(target.email)
  if (!email) throw invalidModel('The model is invalid. The assignment.targetId field is required.')
  if (!isExternalScope(policy.allowedTargetScope)) throw policyNotMet()
  return inviteByEmail(world, email)
}

export const policyNotMet = () =>
  new GraphError(400, 'PolicyRequirementsNotMet', "You don't meet policy requirements to request this entitlement.")

/** Holds a target against the policy's scope as far as the directory tells. */
export function admitted(world: World, principal: Doc, policy: Doc): Doc {
  if (!isAdmitted(world, principal, policy)) throw policyNotMet()
  return principal
}

function isAdmitted(world: World, principal: Doc, policy: Doc): boolean {
  const scope = String(policy.allowedTargetScope)
  const isUser = principal.$type === 'user'
  const isGuest = principal.userType === 'Guest'
  if (scope.endsWith('ServicePrincipals') === isUser && scope !== 'notSpecified') return false
  if (scope === 'allMemberUsers' && isGuest) return false
  if (isExternalScope(scope) && !isGuest) return false
  const named = objectsIn(policy.specificAllowedTargets)
  return named.length === 0 || named.some(target => isMeant(world, target, principal))
}

function isMeant(world: World, target: JsonObject, principal: Doc): boolean {
  switch (kindOfSubject(target)) {
    case 'singleUser':
      return String(target.userId).toLowerCase() === principal.id
    case 'singleServicePrincipal':
      return String(target.servicePrincipalId).toLowerCase() === principal.id
    case 'groupMembers':
      return isAmong(membersOf(world, String(target.groupId).toLowerCase()), principal.id)
    case 'connectedOrganizationMembers': {
      const id = String(target.connectedOrganizationId).toLowerCase()
      const organization = world.store.latest('connectedOrganization', id)
      return organization !== undefined && isOf(organization, principal)
    }
    default:
      return true
  }
}
