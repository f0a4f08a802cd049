import { groupsOf } from '../directory/people.ts'
import type { Doc } from '../json.ts'
import { type Call, em, type Route } from './call.ts'
import { GraphError } from './graph-error.ts'

/** What a caller may do who has no permission in the token, only roles in catalogs. */
export interface CatalogRoles {
  reads(catalogId: string): boolean
  writes(catalogId: string): boolean
}

const owner = 'ae79f266-94d4-4dab-b730-feca7e132178'
const packageManager = '7f480852-ebdc-47d4-87de-0d8498384a83'
const assignmentManager = 'e2182095-804a-4656-ae11-64734e9b7ae5'
const creator = 'ba92d953-d8e0-4e39-a797-0cbedb0a89e8'

/** Which roles write what; other writes are an administrator's. */
const writers: readonly (readonly [string, readonly string[]])[] = [
  [`${em}/catalogs/:id`, [owner]],
  [`${em}/resourceRequests`, [owner]],
  [`${em}/accessPackages`, [owner, packageManager]],
  [`${em}/assignmentPolicies`, [owner, packageManager]],
  [`${em}/assignmentRequests`, [owner, packageManager, assignmentManager]],
  ['/roleManagement/entitlementManagement/roleAssignments', [owner]],
]

export const unauthorized = () =>
  new GraphError(403, 'UnAuthorized', 'User is not authorized to perform the operation.')

/**
 * The call as a holder of catalog roles makes it, or undefined when the caller holds no role that allows the route.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export function scopedCall(call: Call, route: Route): Call | undefined {
  if (!['entitlement', 'requests', 'roles', 'roleDefinitions'].includes(route.area)) return undefined
  const { world, caller } = call
  const holders = [caller.objectId, ...groupsOf(world, caller.objectId).map(({ id }) => id)]
  const held = holders.flatMap(other => world.store.list('roleAssignment', { other })).map(row => row.doc)
  if (held.length === 0) return undefined
  const writing = route.method !== 'GET'
  const creating = route.method === 'POST' && route.path === `${em}/catalogs`
  if (creating && !held.some(doc => doc.roleDefinitionId === creator)) return undefined
  const allowed = writers.find(([path]) => route.path.startsWith(path))?.[1]
  if (writing && !creating && !allowed) return undefined
  const within = (catalogId: string, roles?: readonly string[]) =>
    held.some(
      doc =>
        doc.appScopeId === `/AccessPackageCatalog/${catalogId}` &&
        (!roles || roles.includes(String(doc.roleDefinitionId))),
    )
  checkBreadth(call, route)
  return { ...call, roles: { reads: id => within(id), writes: id => within(id, allowed ?? []) } }
}

/** The call as someone makes it who has no role at all, and so no say but in what is their own. */
export const withoutRoles = (call: Call): Call => ({ ...call, roles: { reads: () => false, writes: () => false } })

/** The call as one about what is the caller's own: whatever the handler has chosen is seen, roles or not. */
export const unscoped = ({ roles: _roles, ...call }: Call): Call => call

/** Such a caller can't list every policy, nor assignments but by access package. */
function checkBreadth(call: Call, route: Route): void {
  if (route.method !== 'GET') return
  const filter = call.search.get('$filter') ?? ''
  if (route.path === `${em}/assignmentPolicies`) throw unauthorized()
  if (route.path === `${em}/assignments` && !/accessPackage\/id\s+eq\b/i.test(filter)) throw unauthorized()
}

/** Refuses a write outside the catalogs that the caller may write in. */
export function mayWrite(call: Call, catalogId: string): void {
  if (call.roles && !call.roles.writes(catalogId)) throw unauthorized()
}

/** Whether the caller may see an object; what belongs to no catalog is open to every role. */
export function mayRead(call: Call, doc: Doc): boolean {
  const scope = typeof doc.appScopeId === 'string' ? doc.appScopeId.split('/').at(-1) : undefined
  const catalogId = typeof doc.$catalog === 'string' ? doc.$catalog : scope
  return !call.roles || catalogId === undefined || call.roles.reads(catalogId)
}
