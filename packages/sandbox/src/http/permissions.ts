import type { Caller } from './access-tokens.ts'
import type { Area, Route } from './call.ts'
import { GraphError } from './graph-error.ts'

/** Any one of these permissions opens an area; none at all where a caller of that sort is not supported. */
interface Needed {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

interface Permissions {
  /** What an application needs that acts on its own. */
  readonly application: Needed
  /** What an application needs to act for a signed-in user. */
  readonly delegated: Needed
}

const entitlement: Needed = {
  read: ['EntitlementManagement.Read.All', 'EntitlementManagement.ReadWrite.All'],
  write: ['EntitlementManagement.ReadWrite.All'],
}
const ownAccess = 'EntitlementMgmt-SubjectAccess.ReadWrite'
const reviews: Needed = {
  read: ['AccessReview.Read.All', 'AccessReview.ReadWrite.All'],
  write: ['AccessReview.ReadWrite.All'],
}
const roles: Needed = {
  read: [...entitlement.read, 'RoleManagement.Read.Directory', 'RoleManagement.ReadWrite.Directory'],
  write: [...entitlement.write, 'RoleManagement.ReadWrite.Directory'],
}
const directory = ['Directory.Read.All', 'Directory.ReadWrite.All']
const users = ['User.Read.All', 'User.ReadWrite.All', ...directory]
const notSupported: Needed = { read: [], write: [] }
const both = (needed: Needed): Permissions => ({ application: needed, delegated: needed })
const reading = (...read: string[]): Permissions => both({ read, write: [] })

/** What opens each area: https://learn.microsoft.com/graph/permissions-reference */
const areas: Readonly<Record<Area, Permissions>> = {
  entitlement: both(entitlement),
  ownAccess: {
    application: notSupported,
    delegated: { read: [ownAccess, ...entitlement.read], write: [ownAccess, ...entitlement.read] },
  },
  requests: {
    application: entitlement,
    delegated: { read: entitlement.read, write: [ownAccess, ...entitlement.write] },
  },
  cancellation: { application: notSupported, delegated: { read: [], write: [ownAccess, ...entitlement.write] } },
  bothAccesses: { application: notSupported, delegated: entitlement },
  approvals: { application: notSupported, delegated: entitlement },
  ownApprovals: { application: notSupported, delegated: { read: entitlement.write, write: [] } },
  reviews: both(reviews),
  reviewing: both(reviews),
  deciding: { application: notSupported, delegated: reviews },
  reviewHistory: both({ read: reviews.write, write: reviews.write }),
  suggestions: {
    application: { read: entitlement.read, write: [] },
    delegated: { read: [ownAccess, ...entitlement.read], write: [] },
  },
  roles: both(roles),
  roleDefinitions: reading(...entitlement.read, 'RoleManagement.Read.All'),
  users: {
    application: { read: users, write: [] },
    delegated: { read: ['User.ReadBasic.All', ...users], write: [] },
  },
  groups: reading(
    'Group.Read.All',
    'Group.ReadWrite.All',
    'GroupMember.Read.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ),
  apps: reading('Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'),
  sites: reading('Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.FullControl.All'),
  directory: reading(
    'Directory.Read.All',
    'Directory.ReadWrite.All',
    'User.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
  ),
  me: {
    application: notSupported,
    delegated: {
      read: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'GroupMember.Read.All', ...directory],
      write: [],
    },
  },
  licences: reading('LicenseAssignment.Read.All', 'Organization.Read.All', ...directory),
  organization: reading('Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'),
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

/** What an application may do for a user when its request names no smaller set. */
export const everyScope: readonly string[] = [...everyPermission, ownAccess]

const bodyless = new Set(['/directoryObjects/getByIds'])

/** Whether a route only reads, whatever its verb. */
export const reads = (route: Route): boolean => route.method === 'GET' || bodyless.has(route.path)

/** The permissions any one of which opens a route to a sort of caller; none: such callers are not supported. */
export const permissionsFor = (route: Route, sort: 'application' | 'delegated'): readonly string[] =>
  areas[route.area][sort][reads(route) ? 'read' : 'write']

export function isPermitted(caller: Caller, route: Route): boolean {
  const wanted = permissionsFor(route, caller.user === undefined ? 'application' : 'delegated')
  return wanted.some(permission => caller.permissions.includes(permission))
}

export const denied = () =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
