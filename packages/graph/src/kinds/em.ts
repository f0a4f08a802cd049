import { type Address, addressOf, segmentsOf } from '../model/tenant.ts'

/** The root of entitlement management. https://learn.microsoft.com/graph/api/resources/entitlementmanagement-overview */
export const em = '/identityGovernance/entitlementManagement'

/**
 * A `$filter`, ready for a URL. What is put in is taken as it is: a {@link quoted} text, an id, or the `{name}` of a placeholder.
 */
export const filter = (words: TemplateStringsArray, ...values: readonly string[]): string =>
  `$filter=${clause(words, ...values)}`

/** A part of a `$filter`. */
export const clause = (words: TemplateStringsArray, ...values: readonly string[]): string =>
  words.map((word, place) => encodeURIComponent(word) + (values[place] ?? '')).join('')

/** A text in a `$filter`; braces in it are no placeholders. */
export const quoted = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`)

/** The outermost object that an address lies in: a catalog, an organization, the settings. */
export function outermost(address: Address): Address {
  const [first] = segmentsOf(address)
  return first === undefined ? address : addressOf(first.kind, first.name)
}

/** The object that an address lies in. */
export const parentOf = (address: Address): Address => address.split('/').slice(0, -2).join('/')

/** An id in a path. */
export const idIn = (id: string | undefined): string => encodeURIComponent(id ?? '')
