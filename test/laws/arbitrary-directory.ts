import type { Ref } from '@entitle/graph'
import type { DirectorySeed } from '@entitle/sandbox'
import fc from 'fast-check'

const userNames = ['ada@contoso.com', 'bob@contoso.com', "o'hara@contoso.com", 'eve_partner.com#EXT#@contoso.com']
const groupNames = ['Engineering', "Bob's team", 'Zürich / Nord', '50 % {catalog}', 'Auditors']
const appNames = ['Salesforce', 'Payroll & more']
const siteNames = ['https://contoso.sharepoint.com/sites/Partners', 'https://contoso.sharepoint.com/sites/Alpine']

/** The directory that arbitrary tenants refer to. */
export const directory: DirectorySeed = {
  users: userNames.map(userPrincipalName => ({ userPrincipalName })),
  groups: groupNames.map(displayName => ({ displayName })),
  apps: appNames.map(displayName => ({ displayName, roles: ['Standard User', 'Admin'] })),
  sites: siteNames.map(webUrl => ({ webUrl, roles: ['Visitors', 'Members'] })),
}

const refs = ($ref: Ref['$ref'], names: readonly string[]) => names.map((name): Ref => ({ $ref, name }))

export const users = refs('user', userNames)
export const groups = refs('group', groupNames)
export const apps = refs('servicePrincipal', appNames)
export const sites = refs('site', siteNames)

export const user = fc.constantFrom(...users)
export const group = fc.constantFrom(...groups)
export const app = fc.constantFrom(...apps)

/** Something that a catalog can hold, with the roles it offers. */
export interface Grantable {
  readonly originSystem: string
  readonly resource: Ref
  readonly roles: readonly string[]
}

export const grantables: readonly Grantable[] = [
  ...groups.map(resource => ({ originSystem: 'AadGroup', resource, roles: ['Member', 'Owner'] })),
  ...apps.map(resource => ({ originSystem: 'AadApplication', resource, roles: ['Standard User', 'Admin'] })),
  ...sites.map(resource => ({ originSystem: 'SharePointOnline', resource, roles: ['Visitors', 'Members'] })),
]

/** Names that are easy, and names that make trouble in URLs, filters, addresses and templates. */
export const names = fc.constantFrom(
  'Alpine',
  'Field kit',
  "Bob's kit",
  'Nord / Süd',
  '100 % {catalog} {id}',
  'Ελλάδα',
  'a&b=c?d#e',
  'İstanbul',
  '$expand=(x)',
)

/** At most so many of some items, in their order. */
export const few = <T>(items: readonly T[], most: number): fc.Arbitrary<T[]> =>
  fc.subarray([...items], { maxLength: Math.min(most, items.length) })
