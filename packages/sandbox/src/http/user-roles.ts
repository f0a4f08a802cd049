import { rolesOf } from '../directory/directory-roles.ts'
import { users } from '../directory/users.ts'
import { find } from '../entities/kind.ts'
import type { Call, Route } from './call.ts'
import { scopedCall, unauthorized, withoutRoles } from './catalog-roles.ts'
import { reads } from './permissions.ts'

/** Directory roles whose holders govern everything here, and those whose holders read it. */
const governors = ['Global Administrator', 'Identity Governance Administrator']
const readers = [...governors, 'Global Reader', 'Security Reader', 'Security Administrator', 'Compliance Administrator']

/** Where what a user may do depends on whose access is meant, so that the handler decides. */
const personal = [
  'ownAccess',
  'requests',
  'cancellation',
  'approvals',
  'ownApprovals',
  'reviewing',
  'deciding',
  'suggestions',
]
const governed = ['entitlement', 'bothAccesses', 'reviews', 'reviewHistory', 'roles', 'roleDefinitions']

/**
 * The call as a signed-in user makes it. A permission that a user lends to an application is worth no more than what the
 * user may do: https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview
 */
export function callOfUser(call: Call, route: Route): Call {
  if (!personal.includes(route.area) && !governed.includes(route.area)) return call
  const user = find(call.world, users, call.caller.objectId)
  if (!user || user.accountEnabled === false) throw unauthorized()
  const held = rolesOf(user)
  if (held.some(role => (reads(route) ? readers : governors).includes(role))) return call
  const scoped = scopedCall(call, route)
  if (scoped) return scoped
  if (personal.includes(route.area)) return withoutRoles(call)
  throw unauthorized()
}
