import { em, filter } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { TokenFacts } from '../model/token-facts.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from '../read/batching.ts'
import { type Many, objectsIn, type Source, source, textOf } from '../read/source.ts'
import { type Account, type Asked, type HeldRole, permissionsIn } from './account.ts'

/** What to ask of the tenant; what isn't asked for stays unknown. */
export interface Questions {
  /** Roles in these catalogs, by id, in all of entitlement management, and whatever the account holds by itself, anywhere. */
  readonly catalogRoles?: readonly string[]
  /** Directory roles too, where the token doesn't tell. */
  readonly directoryRoles?: boolean
  readonly owned?: boolean
  readonly servicePlans?: boolean
}

/** So many catalogs can be asked for in one `$batch` beside the rest. */
export const mostCatalogs = 15

const roleAssignments = '/roleManagement/entitlementManagement/roleAssignments'

/** Adds to what is known of an account. Asks in one `$batch`, page after page where lists are long. @throws {TransportError} where no answer comes. */
export async function askAccount(
  transport: HttpTransport,
  known: Account,
  questions: Questions,
  signal?: AbortSignal,
): Promise<Account> {
  const { token } = known
  const id = token?.objectId
  if (token === undefined || id === undefined) return known
  const from = source(batching(transport), signal)
  const me = token.kind === 'person' ? '/me' : `/servicePrincipals/${encodeURIComponent(id)}`
  const { catalogRoles, owned, servicePlans } = questions
  const memberships = catalogRoles !== undefined || questions.directoryRoles === true
  const [memberOf, roles, objects, skus] = await Promise.all([
    memberships ? from.many(`${me}/transitiveMemberOf?$top=999`) : undefined,
    catalogRoles === undefined ? undefined : roleLists(from, id, catalogRoles),
    owned === true ? from.many(`${me}/ownedObjects?$select=id&$top=999`) : undefined,
    servicePlans === true ? from.many('/subscribedSkus?$select=capabilityStatus,servicePlans') : undefined,
  ])
  const directory = token.kind === 'person' ? 'User.Read' : 'Application.Read.All'
  return {
    ...known,
    directoryRoles:
      'unknown' in known.directoryRoles && memberOf !== undefined
        ? answered(memberOf, directory, directoryRolesIn)
        : known.directoryRoles,
    catalogRoles:
      roles === undefined
        ? known.catalogRoles
        : answered(roles, 'EntitlementManagement.Read.All', items => heldBy(items, id, memberOf)),
    groupsKnown: memberOf !== undefined && 'items' in memberOf,
    owned: objects === undefined ? known.owned : answered(objects, directory, items => new Set(items.map(idOf))),
    servicePlans: skus === undefined ? known.servicePlans : answered(skus, 'LicenseAssignment.Read.All', plansIn),
  }
}

const idOf = ({ id }: JsonObject): string => textOf(id).toLowerCase()

const answered = <T>(list: Many, permission: string, of: (items: readonly JsonObject[]) => T): Asked<T> =>
  'failure' in list ? { unknown: `Graph answers ${list.failure.status}`, permission } : { known: of(list.items) }

/** https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
async function roleLists(from: Source, id: string, catalogs: readonly string[]): Promise<Many> {
  const scopes = ['/', ...catalogs.slice(0, mostCatalogs).map(each => `/AccessPackageCatalog/${each}`)]
  const filters = [filter`principalId eq '${id}'`, ...scopes.map(scope => filter`appScopeId eq '${scope}'`)]
  const lists = await Promise.all(filters.map(each => from.many(`${roleAssignments}?${each}`)))
  const failed = lists.find(list => 'failure' in list)
  return failed ?? { items: lists.flatMap(list => ('items' in list ? list.items : [])) }
}

/** Roles that the account holds itself, or through one of its groups. */
const heldBy = (items: readonly JsonObject[], id: string, memberOf: Many | undefined): readonly HeldRole[] => {
  const groups = new Set(memberOf !== undefined && 'items' in memberOf ? memberOf.items.map(idOf) : [])
  return items.flatMap(({ principalId, roleDefinitionId, appScopeId }) => {
    const holder = textOf(principalId).toLowerCase()
    const itself = holder === id.toLowerCase()
    if (!itself && !groups.has(holder)) return []
    return [
      { roleDefinitionId: textOf(roleDefinitionId).toLowerCase(), scope: textOf(appScopeId), throughGroup: !itself },
    ]
  })
}

const directoryRolesIn = (items: readonly JsonObject[]): readonly string[] =>
  items.flatMap(({ roleTemplateId }) => (typeof roleTemplateId === 'string' ? [roleTemplateId.toLowerCase()] : []))

/** A subscription that is about to lapse still counts. https://learn.microsoft.com/graph/api/resources/subscribedsku */
const inForce = new Set(['enabled', 'warning'])

const plansIn = (skus: readonly JsonObject[]): ReadonlySet<string> =>
  new Set(
    skus
      .filter(({ capabilityStatus }) => inForce.has(textOf(capabilityStatus).toLowerCase()))
      .flatMap(({ servicePlans }) => objectsIn(servicePlans))
      .filter(({ provisioningStatus }) => textOf(provisioningStatus).toLowerCase() !== 'disabled')
      .map(({ servicePlanId }) => textOf(servicePlanId).toLowerCase()),
  )

/** Whether the token opens the list of the tenant's subscriptions. https://learn.microsoft.com/graph/api/subscribedsku-list */
export const readsLicences = (token: TokenFacts): boolean =>
  permissionsIn(token).some(permission =>
    /^(LicenseAssignment\.Read(Write)?\.All|Organization\.Read(Write)?\.All|Directory\.Read(Write)?\.All)$/.test(
      permission,
    ),
  )

/** Ids of the catalogs that may be read, by display name in Graph's comparison. */
export async function catalogIds(
  transport: HttpTransport,
  signal?: AbortSignal,
): Promise<Asked<ReadonlyMap<string, string>>> {
  const list = await source(transport, signal).many(`${em}/catalogs?$select=id,displayName`)
  return answered(
    list,
    'EntitlementManagement.Read.All',
    items => new Map(items.map(raw => [fold(textOf(raw.displayName)), textOf(raw.id)])),
  )
}
