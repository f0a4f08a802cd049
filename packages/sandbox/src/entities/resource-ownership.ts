import { rolesOf } from '../directory/directory-roles.ts'
import { ownersOf } from '../directory/people.ts'
import { users } from '../directory/users.ts'
import type { Call } from '../http/call.ts'
import { find } from './kind.ts'
import type { Origin } from './resource-origins.ts'

/** Directory roles whose holders may change the members of every resource of a sort. */
const changers: Readonly<Record<string, readonly string[]>> = {
  AadGroup: ['Identity Governance Administrator', 'Groups Administrator', 'User Administrator'],
  AadApplication: ['Identity Governance Administrator', 'Application Administrator', 'Cloud Application Administrator'],
  SharePointOnline: ['SharePoint Administrator'],
}

/**
 * Whether the caller may add a resource to a catalog: an application by its permission or as owner, a user as owner or by directory role.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-resourcerequests
 */
export function ownsOrigin({ world, caller }: Call, origin: Origin): boolean {
  if (origin.originSystem === 'AadGroup' && ownersOf(world, origin.originId).ids.has(caller.objectId)) return true
  if (caller.user === undefined) return caller.permissions.includes(origin.ownership)
  const roles = rolesOf(find(world, users, caller.objectId))
  return roles.includes('Global Administrator') || roles.some(role => changers[origin.originSystem]?.includes(role))
}
