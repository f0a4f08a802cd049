import type { Surroundings } from '../kinds/kind.ts'
import { kinds } from '../kinds/kinds.ts'
import type { Matching } from '../match/matching.ts'
import type { Address, Ref, Tenant, TenantObject } from '../model/tenant.ts'

/** What requests are made with: ids of live objects by declared and live addresses, and the resources of each catalog. */
export function surroundingsOf(desired: Tenant, live: Tenant, matching: Matching, root: string): Surroundings {
  const ids = new Map<Address, string>()
  for (const { address, id } of live.objects) if (id !== undefined) ids.set(address, id)
  const declared = new Map<Address, string | undefined>(desired.objects.map(({ address }) => [address, undefined]))
  for (const { desired: object, live: one } of matching.pairs) declared.set(object.address, one.id)
  const idOf = (address: Address) => (declared.has(address) ? declared.get(address) : ids.get(address))

  const mine = [...matching.pairs.map(pair => pair.desired), ...matching.missing]
  const resources = new Map<string, Address>()
  const keyed = (catalog: Address, object: Pick<TenantObject, 'properties'>) =>
    `${catalog} ${kinds['catalog-resource'].keyOf({ kind: 'catalog-resource', address: '', name: '', ...object })}`
  const add = (object: TenantObject, catalog: Address | undefined) => {
    if (object.kind !== 'catalog-resource' || catalog === undefined) return
    const key = keyed(catalog, object)
    if (!resources.has(key)) resources.set(key, object.address)
  }
  for (const object of mine) add(object, object.parent)
  const declaredCatalogs = new Map([...matching.addresses].map(([address, there]) => [there, address]))
  for (const object of live.objects) add(object, declaredCatalogs.get(object.parent ?? ''))
  const resourceIn = (catalog: Address, originSystem: string, resource: Ref) =>
    resources.get(keyed(catalog, { properties: { originSystem, resource } }))
  return { idOf, resourceIn, root }
}
