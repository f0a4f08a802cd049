import type { Address } from '../model/tenant.ts'
import { type Account, permissionsIn } from './account.ts'
import type { Deed } from './deed.ts'
import type { Diagnosis } from './diagnosis.ts'
import { addsResources, governs } from './directory-roles.ts'
import { emRoleNames, emRoles, isBuiltIn, rolesThatWrite } from './em-roles.ts'
import { notPermitted } from './not-permitted.ts'

/** What is known of the place in which a deed is done. */
export interface Place {
  /** Catalogs that come into being with the same deeds, by address: whoever creates one owns it. */
  readonly made: ReadonlySet<Address>
  /** Ids of the catalogs that are there, by address. */
  readonly catalogIds: ReadonlyMap<Address, string>
}

const write = 'EntitlementManagement.ReadWrite.All'
const writeReviews = 'AccessReview.ReadWrite.All'

/** The application permission without which an application adds only what it owns. https://learn.microsoft.com/graph/api/entitlementmanagement-post-resourcerequests */
const resourcePermissions: { readonly [originSystem: string]: string } = {
  AadGroup: 'Group.ReadWrite.All',
  AadApplication: 'Application.ReadWrite.All',
  SharePointOnline: 'Sites.FullControl.All',
}

/** Whether an account may do a deed: what hinders it, or keeps that from being known. Nothing where it may. */
export function may(deed: Deed, account: Account, place: Place): readonly Diagnosis[] {
  const { token } = account
  if (token === undefined) return [untold(deed, 'permissions', 'what the token allows')]
  if (deed.kind === 'access-review')
    return permissionsIn(token).includes(writeReviews) ? [] : [lacksPermission(deed, writeReviews, account)]
  const hindrance = byRole(deed, account, place)
  return [...(hindrance === undefined ? [] : [hindrance]), ...byOwnership(deed, account)]
}

const about = ({ address }: Deed) => [address]

const lacksPermission = (deed: Deed, permission: string, account: Account): Diagnosis => ({
  ...notPermitted(permission, 'Graph refuses to write without it', account),
  about: about(deed),
})

const untold = (
  deed: Deed,
  topic: Diagnosis['topic'],
  what: string,
  { because, permission }: { readonly because?: string; readonly permission?: string | undefined } = {},
): Diagnosis => ({
  topic,
  state: 'not-determined',
  says: `It is not known ${what}`,
  ...(because === undefined ? {} : { because }),
  ...(permission === undefined ? {} : { remedy: `An account that has ${permission} can tell.` }),
  about: about(deed),
})

function byRole(deed: Deed, account: Account, place: Place): Diagnosis | undefined {
  const { token, directoryRoles, catalogRoles, groupsKnown } = account
  if (token === undefined) return undefined
  const permitted = permissionsIn(token).includes(write)
  if (token.kind === 'application' && permitted) return undefined
  if (token.kind === 'person' && !permitted) return lacksPermission(deed, write, account)
  if ('known' in directoryRoles && governs(directoryRoles.known)) return undefined
  const isMade = deed.catalog !== undefined && place.made.has(deed.catalog)
  const creates = deed.kind === 'catalog' && isMade
  const roles = isAutomatic(deed) ? [] : rolesThatWrite(deed.kind, creates)
  // Whoever creates a catalog owns it; whether they may create it is told of the catalog itself.
  if (isMade && !creates && roles.length > 0) return undefined
  const wide = deed.catalog === undefined || creates
  const held = heldIn(wide ? '/' : place.catalogIds.get(deed.catalog ?? ''), catalogRoles)
  const ids = roles.map(role => emRoles[role].id as string)
  if (held?.some(id => ids.includes(id)) === true) return undefined
  const unsure =
    'unknown' in directoryRoles || (roles.length > 0 && (!groupsKnown || held === undefined || !held.every(isBuiltIn)))
  if (unsure)
    return untold(deed, 'roles', 'whether the account holds a role that may write this', {
      because: 'unknown' in catalogRoles ? catalogRoles.unknown : 'roles may be held in ways that cannot be looked up',
      permission: 'unknown' in catalogRoles ? catalogRoles.permission : undefined,
    })
  return lacksRole(deed, token.kind, emRoleNames(roles), creates)
}

function lacksRole(deed: Deed, kind: 'person' | 'application', roles: readonly string[], creates: boolean): Diagnosis {
  const needed = [...roles, 'Identity Governance Administrator'].join(' or ')
  const where = deed.catalog === undefined || creates ? '' : ' in the catalog'
  return {
    topic: 'roles',
    state: 'problem',
    says: `The account holds no role that may ${creates ? 'create catalogs' : verb(deed)}`,
    because: isAutomatic(deed)
      ? 'only Identity Governance Administrator may write a policy that assigns automatically'
      : `it takes ${needed}${where}`,
    remedy:
      kind === 'application'
        ? `Give the application ${write}, or the role ${needed}.`
        : `Ask for the role ${needed}, or take an account that has it.`,
    about: about(deed),
  }
}

const nouns: { readonly [kind in Deed['kind']]: string } = {
  settings: 'the tenant’s settings',
  'connected-organization': 'connected organizations',
  sponsor: 'connected organizations',
  catalog: 'the catalog',
  'catalog-role': 'roles in the catalog',
  'catalog-resource': 'resources of the catalog',
  'custom-workflow-extension': 'workflows of the catalog',
  'access-package': 'packages of the catalog',
  'resource-role-scope': 'packages of the catalog',
  'assignment-policy': 'packages of the catalog',
  'incompatible-package': 'packages of the catalog',
  'incompatible-group': 'packages of the catalog',
  assignment: 'assignments in the catalog',
  'access-review': 'reviews',
}

const verb = (deed: Deed): string =>
  isAutomatic(deed) ? 'write policies that assign automatically' : `write ${nouns[deed.kind]}`

/** https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy */
const isAutomatic = ({ kind, properties: { automaticRequestSettings: settings } }: Deed): boolean =>
  kind === 'assignment-policy' &&
  typeof settings === 'object' &&
  settings !== null &&
  'requestAccessForAllowedTargets' in settings &&
  settings.requestAccessForAllowedTargets === true

/** Role definitions held in a catalog; undefined where that is not known. */
function heldIn(catalogId: string | undefined, roles: Account['catalogRoles']): readonly string[] | undefined {
  if ('unknown' in roles || catalogId === undefined) return undefined
  const scopes = catalogId === '/' ? ['/'] : ['/', `/accesspackagecatalog/${catalogId.toLowerCase()}`]
  return roles.known.filter(({ scope }) => scopes.includes(scope.toLowerCase())).map(role => role.roleDefinitionId)
}

/** Who adds a resource to a catalog must own it, or be allowed to change its members. */
function byOwnership(deed: Deed, { token, directoryRoles, owned }: Account): readonly Diagnosis[] {
  const { resource } = deed
  if (resource === undefined || deed.action !== 'create' || token === undefined) return []
  const permission = resourcePermissions[resource.originSystem]
  if (token.kind === 'application' && permission !== undefined && permissionsIn(token).includes(permission)) return []
  const byDirectory = 'known' in directoryRoles ? addsResources(directoryRoles.known, resource.originSystem) : undefined
  if (byDirectory === true) return []
  if ('known' in owned && resource.id !== undefined && owned.known.has(resource.id.toLowerCase())) return []
  const unsure = byDirectory === undefined || 'unknown' in owned || resource.id === undefined
  if (unsure || resource.originSystem === 'SharePointOnline')
    return [
      untold(
        deed,
        'resources',
        'whether the account may add the resource to a catalog',
        'unknown' in owned
          ? { because: owned.unknown, permission: owned.permission }
          : { because: 'it holds roles, or the resource is of a sort, of which that cannot be looked up' },
      ),
    ]
  return [
    {
      topic: 'resources',
      state: 'problem',
      says: 'The account does not own the resource, and has no directory role that may change its members',
      because: 'only who may change the members of a resource can add it to a catalog',
      remedy:
        token.kind === 'application'
          ? `Make the application an owner of the resource, or give it ${permission ?? 'the permission'}.`
          : 'Ask an owner of the resource to make you an owner, or to add it to the catalog.',
      about: about(deed),
    },
  ]
}
