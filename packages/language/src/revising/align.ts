import {
  type Address,
  diff,
  isRef,
  type KindName,
  type Matching,
  match,
  type Pair,
  type Properties,
  type Tenant,
  type TenantObject,
  type Unread,
  type Value,
} from '@entitle/graph'

/** A live tenant as the sources would say it: under the addresses of what they declare. */
export interface Aligned {
  /** What the sources say. */
  readonly before: Tenant
  /** The same, with everything as it is in the live tenant. */
  readonly after: Tenant
  readonly matching: Matching
}

export interface Aligning {
  /** Bound. */
  readonly desired: Tenant
  readonly live: Tenant
  readonly unread: readonly Unread[]
}

/** What one object has of another is said by a statement; all else has a declaration of its own, which is not taken away. */
const relations: ReadonlySet<KindName> = new Set([
  'sponsor',
  'catalog-role',
  'catalog-resource',
  'resource-role-scope',
  'incompatible-package',
  'incompatible-group',
])

const roots: ReadonlySet<KindName> = new Set(['connected-organization', 'catalog', 'access-review'])

/** Says a live tenant as far as possible in what the sources say already. */
export const align = ({ desired, live, unread }: Aligning): Aligned => {
  const matching = withReplaced(match(desired, live, unread))
  const objects = new Map(desired.objects.map(object => [object.address, object]))
  const pairs = new Map(matching.pairs.map(pair => [pair.desired.address, pair]))
  const known = new Map(matching.pairs.map(pair => [pair.live.address, pair.desired.address]))
  const fresh = addedTo(live, matching, objects, known)
  const gone = new Set(
    matching.missing
      .filter(each => relations.has(each.kind) && pairs.has(each.parent ?? ''))
      .map(({ address }) => address),
  )
  const kept = desired.objects.flatMap(object => {
    const pair = pairs.get(object.address)
    if (pair !== undefined) return [asLive(object, pair, known)]
    return gone.has(object.address) ? [] : [written(object)]
  })
  return {
    before: { objects: desired.objects.map(written) },
    after: { objects: [...kept, ...fresh] },
    matching,
  }
}

/** Takes for one what the tenant has under the name of something that it doesn't have as it is declared: a workflow that is called at another time. */
const withReplaced = (matching: Matching): Matching => {
  const { pairs, missing, unmanaged, addresses } = matching
  const replaced = missing.flatMap((desired): Pair[] => {
    const home = desired.parent === undefined ? undefined : addresses.get(desired.parent)
    const live = unmanaged.find(
      ({ kind, parent, name }) => kind === desired.kind && parent === home && name === desired.name,
    )
    return live === undefined ? [] : [{ desired, live, renamed: false }]
  })
  if (replaced.length === 0) return matching
  const [absent, taken] = [new Set(replaced.map(each => each.desired)), new Set(replaced.map(each => each.live))]
  return {
    ...matching,
    pairs: [...pairs, ...replaced],
    missing: missing.filter(each => !absent.has(each)),
    unmanaged: unmanaged.filter(each => !taken.has(each)),
  }
}

/** Live objects that nothing declares, where the sources would have them. Notes what each is called there. */
const addedTo = (
  live: Tenant,
  { unmanaged, blocked }: Matching,
  objects: ReadonlyMap<Address, TenantObject>,
  known: Map<Address, Address>,
): readonly TenantObject[] => {
  const free = new Set(unmanaged.map(({ address }) => address))
  const doubtful = new Set([...blocked].map(address => address.toLowerCase()))
  const fresh = live.objects.filter(({ address, parent, kind }) => {
    if (known.has(address) || kind === 'assignment') return false
    const isNew =
      parent === undefined
        ? roots.has(kind) && !objects.has(address) && !doubtful.has(address.toLowerCase())
        : free.has(address) || free.has(parent)
    if (!isNew) return false
    const home = parent === undefined ? '' : (known.get(parent) ?? parent)
    const there = parent === undefined ? address : `${home}${address.slice(parent.length)}`
    if (objects.has(there)) return false
    known.set(address, there)
    free.add(address)
    return true
  })
  return fresh.map(object => moved(object, known))
}

const moved = (object: TenantObject, known: ReadonlyMap<Address, Address>): TenantObject => ({
  ...object,
  address: known.get(object.address) ?? object.address,
  ...(object.parent === undefined ? {} : { parent: known.get(object.parent) ?? object.parent }),
  properties: inValue(object.properties as Value, known) as Properties,
})

/** A declared object, printed as one that was read: what the sources pin of it stays theirs. */
const written = ({ formerly: _former, ...object }: TenantObject): TenantObject => ({ raw: {}, ...object })

/** A declared object with what is otherwise in the live one; what the sources leave open stays open. */
const asLive = (object: TenantObject, pair: Pair, known: ReadonlyMap<Address, Address>): TenantObject => {
  const { live } = pair
  const changes = diff({ pairs: [pair], missing: [] }).flatMap(each => each.changes)
  const differing = new Set(changes.map(({ path }) => path.split('/')[0] ?? path))
  const properties = Object.entries(object.properties).flatMap(([name, value]): [string, Value][] => {
    if (!differing.has(name)) return [[name, value]]
    const there = live.properties[name]
    return there === undefined ? [] : [[name, inValue(there, known)]]
  })
  const id = live.id ?? object.id
  return {
    ...written(object),
    name: live.name,
    raw: live.raw ?? {},
    ...(id === undefined ? {} : { id }),
    properties: Object.fromEntries(properties),
  }
}

/** A value whose references say the addresses of the sources. */
const inValue = (value: Value, known: ReadonlyMap<Address, Address>): Value => {
  if (isRef(value)) {
    const address = value.address === undefined ? undefined : known.get(value.address)
    return address === undefined ? value : { ...value, address }
  }
  if (Array.isArray(value)) return (value as readonly Value[]).map(each => inValue(each, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inValue(each, known)]))
}
