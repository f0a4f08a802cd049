import { em } from '../kinds/em.ts'
import { isObj, itemsIn } from '../kinds/shape.ts'
import type { KindName, TenantObject } from '../model/tenant.ts'
import type { Asked } from './account.ts'
import { type Diagnosis, ok } from './diagnosis.ts'

/** How many of something a tenant may have. */
export interface Limit {
  readonly what: string
  readonly most: number
  /** The list whose count tells how many there are; undefined where Graph counts none. */
  readonly list?: string
  readonly kind?: KindName
}

/** https://learn.microsoft.com/entra/id-governance/governance-service-limits */
export const limits: readonly Limit[] = [
  { what: 'catalogs', most: 7_500, list: `${em}/catalogs`, kind: 'catalog' },
  { what: 'access packages', most: 20_000, list: `${em}/accessPackages`, kind: 'access-package' },
  { what: 'policies', most: 25_000, list: `${em}/assignmentPolicies`, kind: 'assignment-policy' },
  {
    what: 'connected organizations',
    most: 2_500,
    list: `${em}/connectedOrganizations`,
    kind: 'connected-organization',
  },
  { what: 'assignments', most: 300_000, list: `${em}/assignments` },
  { what: 'custom extensions', most: 500, kind: 'custom-workflow-extension' },
]
/** In one policy; same page. */
const inPolicy = { organizations: 1_000, people: 500 }

/** From this part of a limit on, people are told. */
const near = 0.9

/** How near the tenant is to what Microsoft allows. `counts` has what Graph counted, by the limit's words. */
export function limitLines(
  counts: ReadonlyMap<string, Asked<number>>,
  objects: readonly TenantObject[] | undefined,
): readonly Diagnosis[] {
  const inTenant = limits.flatMap(limit => {
    const asked = counts.get(limit.what)
    return [...(asked === undefined ? [] : [counted(limit, asked)]), ...declared(limit, objects)]
  })
  return [...inTenant, ...(objects ?? []).flatMap(policyLines)]
}

const digits = (n: number): string => n.toLocaleString('en-US')

function counted({ what, most }: Limit, asked: Asked<number>): Diagnosis {
  if ('unknown' in asked)
    return {
      topic: 'limits',
      state: 'not-determined',
      says: `How many ${what} the tenant has is not known`,
      because: asked.unknown,
      ...(asked.permission === undefined
        ? {}
        : { remedy: `An account that has ${asked.permission} and reads all catalogs can tell.` }),
    }
  return asked.known < most * near
    ? ok('limits', `${digits(asked.known)} of at most ${digits(most)} ${what}`)
    : tight(what, asked.known, most, 'The tenant has')
}

const tight = (what: string, count: number, most: number, who: string): Diagnosis => ({
  topic: 'limits',
  state: 'problem',
  says: `${who} ${digits(count)} ${what}, and Microsoft allows ${digits(most)}`,
  because: 'beyond that, Graph refuses to create more',
  remedy: `Remove ${what} that nobody needs.`,
})

/** The sources alone may declare too many. */
function declared({ what, most, kind }: Limit, objects: readonly TenantObject[] | undefined): readonly Diagnosis[] {
  const count = kind === undefined ? 0 : (objects ?? []).filter(object => object.kind === kind).length
  return count < most * near ? [] : [tight(what, count, most, 'The sources declare')]
}

function policyLines({ kind, address, properties }: TenantObject): readonly Diagnosis[] {
  if (kind !== 'assignment-policy') return []
  const targets = itemsIn(properties.specificAllowedTargets).map(each =>
    isObj(each) ? String(each['@odata.type']) : '',
  )
  const organizations = targets.filter(type => type.endsWith('connectedOrganizationMembers')).length
  const people = targets.filter(type => /(singleUser|groupMembers)$/.test(type)).length
  return [
    { count: organizations, most: inPolicy.organizations, what: 'connected organizations' },
    { count: people, most: inPolicy.people, what: 'users and groups' },
  ].flatMap(({ count, most, what }) =>
    count < most * near ? [] : [{ ...tight(what, count, most, 'A policy names'), about: [address] }],
  )
}
