import { type Address, addressOf, segmentsOf } from '../model/tenant.ts'

/** The root of entitlement management. https://learn.microsoft.com/graph/api/resources/entitlementmanagement-overview */
export const em = '/identityGovernance/entitlementManagement'

/** A `$filter`, ready for a URL; what stands in `{braces}` is left for placeholders. */
export const filter = (expression: string): string =>
  `$filter=${encodeURIComponent(expression).replaceAll('%7B', '{').replaceAll('%7D', '}')}`

/** A text in a `$filter`. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The outermost object that an address lies in: a catalog, an organization, the settings. */
export function outermost(address: Address): Address {
  const [first] = segmentsOf(address)
  return first === undefined ? address : addressOf(first.kind, first.name)
}

/** The object that an address lies in. */
export const parentOf = (address: Address): Address => address.split('/').slice(0, -2).join('/')
