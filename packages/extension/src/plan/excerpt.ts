import {
  type Address,
  addressOf,
  type KindName,
  type Outlook,
  segmentsOf,
  type Tenant,
  type TenantObject,
} from '@entitle/graph'

/** Kinds that have a declaration of their own; the others are sentences in that of what they lie in. */
const declared: ReadonlySet<KindName> = new Set<KindName>([
  'settings',
  'connected-organization',
  'catalog',
  'access-package',
  'assignment-policy',
  'assignment',
  'access-review',
])

/** Every address from the outermost object to that at the address. */
const line = (address: Address): readonly Address[] => {
  const way: Address[] = []
  for (const { kind, name } of segmentsOf(address)) way.push(addressOf(kind, name, way.at(-1)))
  return way
}

/** The address of the declaration that says the object at an address. */
export const declarationOf = (address: Address): Address =>
  line(address).findLast(each => declared.has(segmentsOf(each).at(-1)?.kind ?? 'settings')) ?? address

/** What an object lies in: so much of it as its name takes, so that no change of it shows. */
const bare = ({ kind, address, parent, name, id, properties }: TenantObject): TenantObject => ({
  kind,
  address,
  ...(parent === undefined ? {} : { parent }),
  name,
  ...(id === undefined ? {} : { id }),
  properties: { displayName: properties.displayName ?? name },
})

const objectsOf = ({ objects }: Tenant, address: Address, around: readonly TenantObject[]): Tenant => {
  const inside = objects.filter(each => each.address === address || each.address.startsWith(`${address}/`))
  return { objects: inside.length === 0 ? [] : [...around, ...inside] }
}

/** One declaration, as it is and as it will be, in the names of what it lies in; empty on the side where there is none. */
export const excerpt = ({ before, after }: Outlook, address: Address): Outlook => {
  const home = declarationOf(address)
  const around = line(home)
    .slice(0, -1)
    .flatMap(each => {
      const object = [...after.objects, ...before.objects].find(object => object.address === each)
      return object === undefined ? [] : [bare(object)]
    })
  return { before: objectsOf(before, home, around), after: objectsOf(after, home, around) }
}
