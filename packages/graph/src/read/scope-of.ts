import { parentOf } from '../kinds/em.ts'
import type { AssignmentScope, NameOrId, ReadScope } from '../model/scope.ts'
import { type Address, isRef, type KindName, type Tenant, type TenantObject } from '../model/tenant.ts'

/** How much of a tenant has to be read to compare it with what is declared; whose assignments, where `desired` has been bound. */
export function scopeOf({ objects }: Tenant): ReadScope {
  const named = (kind: KindName): NameOrId[] => objects.filter(object => object.kind === kind).map(nameOrId)
  const organizations = named('connected-organization')
  const assignments = assignmentsIn(objects)
  const reviews = named('access-review')
  return {
    settings: objects.some(({ kind }) => kind === 'settings'),
    organizations: organizations.length === 0 ? 'none' : organizations,
    ...(reviews.length === 0 ? {} : { reviews }),
    catalogs: named('catalog'),
    ...(assignments.length === 0 ? {} : { assignments }),
  }
}

/** The scope with the assignments that a plan ends: whether they are still there is looked at before anything is written. */
export function withEndings(
  scope: ReadScope,
  endings: readonly TenantObject[],
  idOf: (address: Address) => string | undefined,
): ReadScope {
  const byPackage = Map.groupBy(endings, ({ parent = '' }) => parentOf(parent))
  const added = [...byPackage].map(
    ([address, held]): AssignmentScope => ({
      package: { names: [], id: idOf(address) ?? '' },
      targets: [
        ...new Set(held.flatMap(({ properties: { target } }) => (isRef(target) ? (target.id ?? []) : []))),
      ].sort(),
    }),
  )
  return added.length === 0 ? scope : { ...scope, assignments: [...(scope.assignments ?? []), ...added] }
}

const nameOrId = ({ name, formerly = [], id }: TenantObject): NameOrId => ({
  names: [name, ...formerly],
  ...(id === undefined ? {} : { id }),
})

function assignmentsIn(objects: readonly TenantObject[]): AssignmentScope[] {
  const targets = new Map<string, string[]>()
  const byAddress = new Map(objects.map(object => [object.address, object]))
  for (const { kind, parent = '', properties } of objects) {
    if (kind !== 'assignment' || !isRef(properties.target) || properties.target.id === undefined) continue
    const home = byAddress.get(parent)?.parent ?? ''
    targets.set(home, [...(targets.get(home) ?? []), properties.target.id])
  }
  return [...targets].flatMap(([home, people]) => {
    const accessPackage = byAddress.get(home)
    return accessPackage === undefined
      ? []
      : [{ package: nameOrId(accessPackage), targets: [...new Set(people)].sort() }]
  })
}
