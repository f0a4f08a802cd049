import type { Caller } from './access-tokens.ts'
import type { Area, Route } from './call.ts'
import { GraphError } from './graph-error.ts'

interface Needed {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

/** Any one of these application permissions opens the area: https://learn.microsoft.com/graph/permissions-reference */
const needed: Readonly<Record<Area, Needed>> = {
  entitlement: {
    read: ['EntitlementManagement.Read.All', 'EntitlementManagement.ReadWrite.All'],
    write: ['EntitlementManagement.ReadWrite.All'],
  },
  reviews: {
    read: ['AccessReview.Read.All', 'AccessReview.ReadWrite.All'],
    write: ['AccessReview.ReadWrite.All'],
  },
  roles: {
    read: [
      'EntitlementManagement.Read.All',
      'EntitlementManagement.ReadWrite.All',
      'RoleManagement.Read.All',
      'RoleManagement.Read.Directory',
      'RoleManagement.ReadWrite.Directory',
    ],
    write: ['EntitlementManagement.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'],
  },
  users: { read: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'], write: [] },
  groups: {
    read: ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    write: [],
  },
  apps: {
    read: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    write: [],
  },
  sites: { read: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.FullControl.All'], write: [] },
  directory: {
    read: ['Directory.Read.All', 'Directory.ReadWrite.All', 'User.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'],
    write: [],
  },
  organization: { read: ['Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'], write: [] },
}

/** What a token carries when its request names no smaller set. */
export const everyPermission: readonly string[] = [
  'AccessReview.ReadWrite.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'EntitlementManagement.Read.All',
  'EntitlementManagement.ReadWrite.All',
  'Group.ReadWrite.All',
  'Organization.Read.All',
  'RoleManagement.ReadWrite.Directory',
  'Sites.FullControl.All',
  'User.Read.All',
]

const bodyless = new Set(['/directoryObjects/getByIds'])

export function isPermitted(caller: Caller, route: Route): boolean {
  const reads = route.method === 'GET' || bodyless.has(route.path)
  return needed[route.area][reads ? 'read' : 'write'].some(permission => caller.permissions.includes(permission))
}

export const denied = () =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
