import { parentOf } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import type { Matching } from '../match/matching.ts'
import type { ReadScope } from '../model/scope.ts'
import { type Address, type KindName, segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'

/** An object that a deployment made, and that undoing it takes away. */
export interface Made {
  readonly kind: KindName
  /** Where it was made: the declared address. */
  readonly address: Address
  readonly id: string
  /** Where its id is that of what it links to, and so not its own: the address of what it lies in, and which link it is. */
  readonly parent?: Address
  readonly relation?: string
  /** The id of the person whose assignment it is. */
  readonly person?: string
}

/** The scope with the assignments that were made: only those that are asked for are read. */
export const withMade = (scope: ReadScope, made: readonly Made[]): ReadScope => {
  const added = made.flatMap(({ address, person }) => {
    const name = segmentsOf(address).at(-3)?.name
    return person === undefined || name === undefined ? [] : [{ package: { names: [name] }, targets: [person] }]
  })
  return added.length === 0 ? scope : { ...scope, assignments: [...(scope.assignments ?? []), ...added] }
}

/** The matching with nothing unmanaged but what was made and is still there. What lies in something that goes, goes with it. */
export function onlyMade(matching: Matching, live: Tenant, made: readonly Made[]): Matching {
  const wanted = Map.groupBy(made, ({ kind, id }) => keyOf(kind, id))
  const taken = new Set(matching.pairs.map(pair => pair.live))
  const isMade = (object: TenantObject) =>
    (wanted.get(keyOf(object.kind, object.id)) ?? []).some(
      ({ parent, relation }) =>
        (parent === undefined || matching.addresses.get(parent) === object.parent) &&
        (relation === undefined || object.properties.relation === relation),
    )
  const going = live.objects.filter(object => !taken.has(object) && isMade(object))
  const addresses = new Set(going.map(({ address }) => address))
  return { ...matching, unmanaged: going.filter(each => each.kind === 'assignment' || !isWithin(each, addresses)) }
}

const keyOf = (kind: KindName, id = ''): string => `${kind} ${foldId(id)}`

const isWithin = ({ parent = '' }: Pick<TenantObject, 'parent'>, addresses: ReadonlySet<Address>): boolean =>
  parent !== '' && (addresses.has(parent) || isWithin({ parent: parentOf(parent) }, addresses))
