import type { TenantIdentity } from '@entitle/graph'
import { unusable } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { listed } from '../views/counted.ts'
import { printableText } from '../views/printable.ts'

/**
 * The tenant that a command reads which needs no sources: one of the declared ones, else the one that was typed. Undefined where the
 * sandbox alone says which. `deed` is what is done with it: `import`.
 * @throws {Refusal} where that isn't known.
 */
export const meantTenant = (
  { tenant, sandbox }: Pick<TenantArguments, 'tenant' | 'sandbox'>,
  declared: readonly TenantIdentity[],
  deed: string,
): TenantIdentity | undefined => {
  const named = declared.find(({ name }) => name === tenant)
  if (named !== undefined) return named
  const names = declared.map(({ name }) => name)
  if (tenant !== undefined) return declared.find(isCalled(tenant)) ?? typedTenant(tenant, names)
  if (declared.length > 1) throw unusable(`Several tenants are declared: say which with --tenant ${names.join('|')}.`)
  if (declared.length === 1 || sandbox !== undefined) return declared[0]
  throw unusable(
    `It is not known which tenant to ${deed}. Say its domain, as in --tenant contoso.com, or take a rehearsal tenant with --sandbox.`,
  )
}

/** A declared tenant may be meant by its domain or id, too. */
const isCalled =
  (typed: string) =>
  ({ domain: name, id }: TenantIdentity): boolean =>
    [name, id].some(each => each?.toLowerCase() === typed.toLowerCase())

/** Nothing is known of the tenant but that it is the one of the sandbox. */
export const unknownTenant: TenantIdentity = { name: '', displayName: '', cloud: 'global', protected: false }

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i

const typedTenant = (typed: string, declared: readonly string[]): TenantIdentity => {
  if (guid.test(typed)) return { ...unknownTenant, id: typed.toLowerCase() }
  if (domain.test(typed)) return { ...unknownTenant, domain: typed.toLowerCase() }
  const known = declared.length === 0 ? '' : ` Declared in the folder: ${listed(declared)}.`
  throw unusable(
    `${printableText(typed)} is neither a domain such as contoso.com, nor the id of a tenant, nor a tenant that the folder declares.${known}`,
  )
}
