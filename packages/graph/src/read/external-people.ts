import { filter, quoted } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import { isRef, type Tenant, type TenantObject, type Value } from '../model/tenant.ts'
import { refsIn } from './name-refs.ts'
import { isObject, type Source, textOf } from './source.ts'
import { type Wanted, wantedKey } from './wanted.ts'

/** Policies for people of other organizations. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
const external: ReadonlySet<Value | undefined> = new Set([
  'specificConnectedOrganizationUsers',
  'allConfiguredConnectedOrganizationUsers',
  'allExternalUsers',
])

/** Whether a policy is for people of other organizations. */
export const isForExternal = ({ properties }: TenantObject): boolean => external.has(properties.allowedTargetScope)

const mail = /^[^\s@/]+@([^\s@/]+\.[^\s@/]+)$/
const domainOf = ({ name }: Wanted): string => fold(mail.exec(name)?.[1] ?? '')

/** People of the sources whom the directory doesn't know by user principal name. */
export interface ExternalPeople {
  /** Ids of those who are guests already, by {@link wantedKey}; several are a question. */
  readonly guests: ReadonlyMap<string, readonly string[]>
  /** Keys of those whom an assignment makes guests. */
  readonly invited: ReadonlySet<string>
}

/**
 * Looks for people whom a policy for other organizations is assigned to directly: guests by their e-mail address, which is not their user principal name.
 * Whoever isn't there is invited by the assignment, if it is all that they are needed for and the address is not of this tenant: there it
 * would be a mistyped name.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests
 */
export async function externalPeople(
  from: Source,
  absent: readonly Wanted[],
  desired: Tenant,
): Promise<ExternalPeople> {
  const uses = usesIn(desired)
  const people = absent.filter(
    each =>
      each.kind === 'user' && each.id === undefined && mail.test(each.name) && uses.assigned.has(wantedKeyOf(each)),
  )
  if (people.length === 0) return { guests: new Map(), invited: new Set() }
  const guests = new Map<string, readonly string[]>()
  for (let at = 0; at < people.length; at += chunk) {
    const some = people.slice(at, at + chunk)
    const names = some.map(({ name }) => quoted(name)).join(',')
    const list = await from.many(`/users?${filter`mail in (${names})`}&$select=id,mail`)
    if ('failure' in list) return { guests: new Map(), invited: new Set() }
    for (const each of some) {
      const ids = list.items.filter(item => fold(textOf(item.mail)) === fold(each.name)).map(({ id }) => textOf(id))
      if (ids.length > 0) guests.set(wantedKeyOf(each), ids.sort())
    }
  }
  const unknown = people.filter(each => !guests.has(wantedKeyOf(each)) && !uses.otherwise.has(wantedKeyOf(each)))
  const ours = unknown.length === 0 ? undefined : await domainsOf(from)
  const invited = ours === undefined ? [] : unknown.filter(each => !ours.has(domainOf(each)))
  return { guests, invited: new Set(invited.map(wantedKeyOf)) }
}

/** How many values Graph takes in one `in`. https://learn.microsoft.com/graph/filter-query-parameter */
const chunk = 15

const wantedKeyOf = ({ kind, name }: Wanted): string => wantedKey({ $ref: kind, name })

/** Who is assigned under a policy for other organizations, and who is named anywhere else. */
function usesIn({ objects }: Tenant): {
  readonly assigned: ReadonlySet<string>
  readonly otherwise: ReadonlySet<string>
} {
  const byAddress = new Map(objects.map(object => [object.address, object]))
  const assigned = new Set<string>()
  const otherwise = new Set<string>()
  for (const object of objects) {
    const target = object.properties.target
    const policy = byAddress.get(object.parent ?? '')
    if (isExternal(object, policy) && isRef(target)) assigned.add(wantedKey(target))
    else for (const ref of refsIn(object.properties as Value)) otherwise.add(wantedKey(ref))
  }
  return { assigned, otherwise }
}

const isExternal = ({ kind }: TenantObject, policy: TenantObject | undefined): boolean =>
  kind === 'assignment' && policy !== undefined && isForExternal(policy)

/** The tenant's own domains; undefined where they can't be read. https://learn.microsoft.com/graph/api/organization-list */
async function domainsOf(from: Source): Promise<ReadonlySet<string> | undefined> {
  const list = await from.many('/organization?$select=verifiedDomains')
  if ('failure' in list) return undefined
  const domains = list.items.flatMap(({ verifiedDomains }) => (Array.isArray(verifiedDomains) ? verifiedDomains : []))
  return new Set(domains.map(domain => (isObject(domain) ? fold(textOf(domain.name)) : '')))
}
