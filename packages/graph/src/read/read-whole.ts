import type { ReadScope } from '../model/scope.ts'
import type { Address, Ref, Tenant, TenantObject, Value } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import type { CatalogName } from './catalog-names.ts'
import { refsIn } from './name-refs.ts'
import { type ReadOptions, type ReadResult, read } from './read.ts'

/**
 * Reads a whole tenant, or some of its catalogs with the organizations that these name; settings, other organizations and reviews
 * outside packages are the whole tenant's.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export async function readWhole(
  transport: HttpTransport,
  catalogs: readonly CatalogName[] | 'all',
  options: ReadOptions = {},
): Promise<ReadResult> {
  const there = await read(transport, scopeOf(catalogs), options)
  return catalogs === 'all' ? there : { ...there, tenant: around(there.tenant) }
}

const scopeOf = (catalogs: readonly CatalogName[] | 'all'): ReadScope =>
  catalogs === 'all'
    ? { settings: true, organizations: 'all', reviews: 'all', catalogs }
    : {
        settings: false,
        organizations: 'all',
        catalogs: catalogs.map(({ id, name }) => ({ names: [name], id })),
      }

/** The catalogs with the organizations that something in them names. */
const around = ({ objects }: Tenant): Tenant => {
  const named = new Set(
    objects
      .flatMap(({ properties }) => refsIn(properties as Value))
      .filter(({ $ref }: Ref) => $ref === 'connected-organization')
      .map(({ address }) => address),
  )
  const isKept = ({ kind, address, parent }: TenantObject): boolean =>
    kind === 'connected-organization' ? named.has(address) : kind !== 'sponsor' || named.has(parent as Address)
  return { objects: objects.filter(isKept) }
}
