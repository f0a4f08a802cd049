import { findPrincipal } from '../directory/directory-objects.ts'
import { GraphError, invalidModel } from '../http/graph-error.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { isExternalScope, kindOfSubject } from '../policy-rules/targets.ts'
import type { World } from '../world.ts'
import { inviteByEmail } from './subjects.ts'

/** Who an administrator assigns: a directory object by `targetId`, or someone new by `target.email`. */
export function targetOf(world: World, assignment: JsonObject, policy: Doc): Doc {
  const targetId = textOf(assignment.targetId)
  if (targetId) {
    const found = findPrincipal(world, targetId)
    if (!found || found.$type === 'group')
      throw invalidModel(`The model is invalid. The target '${targetId}' does not exist.`)
    return admitted(found, policy)
  }
  const target = isObject(assignment.target) ? assignment.target : {}
  const byObject = textOf(target.objectId)
  if (byObject) return targetOf(world, { targetId: byObject }, policy)
  const email = textOf(target.email)
  if (!email) throw invalidModel('The model is invalid. The assignment.targetId field is required.')
  if (!isExternalScope(policy.allowedTargetScope)) throw refused()
  return inviteByEmail(world, email)
}

const refused = () =>
  new GraphError(400, 'PolicyRequirementsNotMet', "You don't meet policy requirements to request this entitlement.")

/** Holds a target against the policy's scope as far as the directory tells; members of groups are taken at their word. */
function admitted(principal: Doc, policy: Doc): Doc {
  const scope = String(policy.allowedTargetScope)
  const isUser = principal.$type === 'user'
  if (scope.endsWith('ServicePrincipals') === isUser && scope !== 'notSpecified') throw refused()
  if (scope === 'allMemberUsers' && principal.userType === 'Guest') throw refused()
  if (isExternalScope(scope) && principal.userType !== 'Guest') throw refused()
  if (scope === 'specificDirectoryUsers' || scope === 'specificDirectoryServicePrincipals') {
    const named = objectsIn(policy.specificAllowedTargets)
    const open = named.some(target => !['singleUser', 'singleServicePrincipal'].includes(kindOfSubject(target)))
    const itself = named.some(
      target => String(target.userId ?? target.servicePrincipalId).toLowerCase() === principal.id,
    )
    if (!open && !itself) throw refused()
  }
  return principal
}
