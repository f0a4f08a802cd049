import { type Account, permissionsIn } from './account.ts'
import { type Diagnosis, ok } from './diagnosis.ts'
import { governs, readsAll, roleNames } from './directory-roles.ts'
import { emRoleName } from './em-roles.ts'

/** Which roles are held, in the directory and in catalogs, and whether they are enough to read; `refused`: Graph refuses to list catalogs. */
export function roleLines(account: Account, refused: boolean): readonly Diagnosis[] {
  const { token, directoryRoles, catalogRoles } = account
  if (token === undefined) return []
  const writing = permissionsIn(token).find(each => each.startsWith('EntitlementManagement.ReadWrite'))
  const reading = permissionsIn(token).find(each => each.startsWith('EntitlementManagement.Read'))
  const inDirectory = directoryLine(directoryRoles)
  const inCatalogs = catalogLine(account)
  if (token.kind === 'application') {
    return [
      ...(reading === undefined
        ? []
        : [
            ok(
              'roles',
              `An application with ${writing ?? reading} needs no role to ${writing === undefined ? 'read' : 'write'}`,
            ),
          ]),
      inDirectory,
      inCatalogs,
    ]
  }
  const holdsNone =
    'known' in directoryRoles &&
    'known' in catalogRoles &&
    account.groupsKnown &&
    !readsAll(directoryRoles.known) &&
    catalogRoles.known.length === 0
  return holdsNone || (refused && reading !== undefined) ? [inDirectory, inCatalogs, noRole] : [inDirectory, inCatalogs]
}

const noRole: Diagnosis = {
  topic: 'roles',
  state: 'problem',
  says: 'The account holds no role that may read entitlement management',
  because: 'a permission that a person lends to an application is worth no more than what the person may do',
  remedy:
    'Ask for the role Catalog reader in your catalogs, or Global Reader; to deploy for Catalog owner or Identity Governance Administrator.',
}

function directoryLine(roles: Account['directoryRoles']): Diagnosis {
  if ('unknown' in roles)
    return {
      topic: 'roles',
      state: 'not-determined',
      says: 'Which directory roles the account holds is not known',
      because: roles.unknown,
      ...(roles.permission === undefined ? {} : { remedy: `An account that has ${roles.permission} can tell.` }),
    }
  const names = roleNames(roles.known)
  if (names.length === 0) return ok('roles', 'No directory role')
  const reach = governs(roles.known)
    ? ', which may write everything'
    : readsAll(roles.known)
      ? ', which may read everything'
      : ''
  return ok('roles', `Directory role${names.length === 1 ? '' : 's'} ${names.join(', ')}${reach}`)
}

function catalogLine({ catalogRoles: roles, groupsKnown }: Account): Diagnosis {
  if ('unknown' in roles)
    return {
      topic: 'roles',
      state: 'not-determined',
      says: 'Which roles the account holds in catalogs is not known',
      because: roles.unknown,
      ...(roles.permission === undefined ? {} : { remedy: `An account that has ${roles.permission} can tell.` }),
    }
  const distinct = [
    ...new Set(roles.known.map(({ roleDefinitionId, scope }) => `${roleDefinitionId} ${scope.toLowerCase()}`)),
  ]
  const byRole = Map.groupBy(distinct, key => emRoleName(key.split(' ')[0] ?? ''))
  const told = [...byRole].map(([name, keys]) => {
    const wide = keys.some(key => key.endsWith(' /'))
    return wide ? name : `${name} in ${keys.length} ${keys.length === 1 ? 'catalog' : 'catalogs'}`
  })
  const groups = groupsKnown ? '' : '; roles held through groups are not known'
  return ok('roles', `${told.length === 0 ? 'No role in catalogs' : told.join(', ')}${groups}`)
}
