import type { TenantObject } from '../model/tenant.ts'
import { neededPermissions } from '../plan/needed-permissions.ts'
import { type Account, permissionsIn } from './account.ts'
import { type Diagnosis, ok } from './diagnosis.ts'
import { notPermitted } from './not-permitted.ts'

const directory = ['Directory.Read.All', 'Directory.ReadWrite.All', 'Directory.AccessAsUser.All']

/** What opens as much as a permission does. https://learn.microsoft.com/graph/permissions-reference */
const standIns: { readonly [permission: string]: readonly string[] } = {
  'EntitlementManagement.Read.All': ['EntitlementManagement.ReadWrite.All'],
  'AccessReview.Read.All': ['AccessReview.ReadWrite.All'],
  'User.ReadBasic.All': ['User.Read.All', 'User.ReadWrite.All', ...directory],
  'User.Read.All': ['User.ReadWrite.All', ...directory],
  'GroupMember.Read.All': ['GroupMember.ReadWrite.All', 'Group.Read.All', 'Group.ReadWrite.All', ...directory],
  'Application.Read.All': ['Application.ReadWrite.All', ...directory],
  'Sites.Read.All': ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
}

/** What each permission is for, as the end of "… to". */
const uses: { readonly [permission: string]: string } = {
  'EntitlementManagement.Read.All': 'plan, and to see drift',
  'EntitlementManagement.ReadWrite.All': 'deploy, roles in catalogs included',
  'AccessReview.Read.All': 'plan reviews outside packages',
  'AccessReview.ReadWrite.All': 'deploy reviews outside packages',
  'User.ReadBasic.All': 'look up users by name',
  'User.Read.All': 'audit whether accounts are enabled and guests have sponsors',
  'GroupMember.Read.All': 'look up groups by name',
  'Application.Read.All': 'look up applications by name',
  'Sites.Read.All': 'look up sites by address',
}

const core = ['EntitlementManagement.Read.All', 'EntitlementManagement.ReadWrite.All']
const all = Object.keys(uses)

/** An application on its own is not shown users with `User.ReadBasic.All`. https://learn.microsoft.com/graph/api/user-list#permissions */
const ofApplication: { readonly [permission: string]: string } = { 'User.ReadBasic.All': 'User.Read.All' }

/**
 * Which permissions the token carries, one line for each: of those that the declared objects take, or where nothing is declared of all that
 * Entitle ever asks for.
 */
export function permissionLines(account: Account, objects: readonly TenantObject[] | undefined): readonly Diagnosis[] {
  const { token } = account
  if (token === undefined)
    return [
      {
        topic: 'permissions',
        state: 'not-determined',
        says: 'Which permissions the token carries is not known',
        because: 'the token is not one that can be read',
      },
    ]
  const carried = permissionsIn(token)
  const asked = (permission: string) =>
    token.kind === 'application' ? (ofApplication[permission] ?? permission) : permission
  const needed = (objects === undefined ? core : bothWays(objects)).map(asked)
  return [...new Set(all.map(asked))].flatMap(permission => {
    const by = [permission, ...(standIns[permission] ?? [])].find(each => carried.includes(each))
    const use = [...new Set(all.filter(each => asked(each) === permission).map(each => uses[each] ?? ''))].join(
      ', and to ',
    )
    if (by !== undefined) {
      const own = by === permission ? '' : ` (${by} covers it)`
      return objects === undefined || needed.includes(permission)
        ? [ok('permissions', `${permission}${own}: to ${use}`)]
        : []
    }
    if (needed.includes(permission)) return [without(permission, use, account)]
    return objects === undefined ? [depends(permission, use)] : []
  })
}

const bothWays = (objects: readonly TenantObject[]): readonly string[] => [
  ...neededPermissions(objects, 'read'),
  ...neededPermissions(objects, 'write'),
]

/** An application that holds roles in catalogs needs no permission for them. */
function without(permission: string, use: string, account: Account): Diagnosis {
  const { token, catalogRoles } = account
  const byRoles = token?.kind === 'application' && core.includes(permission)
  if (byRoles && 'known' in catalogRoles && catalogRoles.known.length > 0)
    return ok('permissions', `No ${permission}: the application works by its roles in catalogs`)
  return notPermitted(permission, `it is needed to ${use}`, account)
}

const depends = (permission: string, use: string): Diagnosis => ({
  topic: 'permissions',
  state: 'not-determined',
  says: `The token does not carry ${permission}, which some sources need to ${use}`,
  because: 'no sources were read',
  remedy: 'Look again where your sources are, to see whether they need it.',
})
