import {
  type Address,
  addressOf,
  isRef,
  type KindName,
  type Outlook,
  segmentsOf,
  type Tenant,
  type TenantObject,
  type Value,
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
const bare = ({ kind, address, parent, name, properties }: TenantObject): TenantObject => ({
  kind,
  address,
  ...(parent === undefined ? {} : { parent }),
  name,
  properties: 'displayName' in properties ? { displayName: properties.displayName ?? name } : {},
})

const isWithin = ({ address }: TenantObject, home: Address): boolean =>
  address === home || address.startsWith(`${home}/`)

/** Addresses of the objects that a value names. */
const namedIn = (value: Value): readonly Address[] => {
  if (isRef(value)) return value.address === undefined ? [] : [value.address]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedIn) : []
}

/**
 * One declaration, as it is and as it will be; empty on the side where there is none. What it lies in and what it refers to is there by name
 * only, so that no change of that shows.
 */
export const excerpt = ({ before, after }: Outlook, address: Address): Outlook => {
  const home = declarationOf(address)
  const known = new Map([...before.objects, ...after.objects].map(object => [object.address, object]))
  const cut = ({ objects }: Tenant): Tenant => {
    const inside = objects.filter(each => isWithin(each, home))
    if (inside.length === 0) return { objects: [] }
    const named = inside.flatMap(({ properties }) => namedIn(properties))
    const around = [...new Set([...named.flatMap(line), ...line(home)])].flatMap(each => {
      const object = known.get(each)
      return object === undefined || isWithin(object, home) ? [] : [bare(object)]
    })
    return { objects: [...around, ...inside] }
  }
  return { before: cut(before), after: cut(after) }
}
