import { type Address, fold, type KindName, type TenantObject } from '@entitle/graph'
import { displayNameOf } from './identity.ts'
import { nameFrom } from './name-from.ts'
import type { Sentence } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'
import { uniqueNames } from './unique-names.ts'
import { workflowOf } from './workflow.ts'

/** Names that the workspace has already, so that what is printed beside it doesn't take them. */
export interface TakenNames {
  readonly tenants?: readonly string[]
  readonly organizations?: readonly string[]
  /** Users, groups, apps and sites. */
  readonly directory?: readonly string[]
  readonly catalogs?: readonly string[]
  /** Packages outside their catalog's block. */
  readonly packages?: readonly string[]
  readonly reviews?: readonly string[]
  readonly templates?: readonly string[]
  /** Paths of files. */
  readonly files?: readonly string[]
  /** What objects that are declared already are called, by their address. */
  readonly known?: ReadonlyMap<Address, string>
}

const words: { readonly [kind in KindName]?: string } = {
  'connected-organization': 'organization',
  catalog: 'catalog',
  'custom-workflow-extension': 'workflow',
  'access-package': 'package',
  'assignment-policy': 'policy',
  'access-review': 'review',
}

/** Who lies in what, and what is called how. */
export const surroundingsOf = (
  objects: readonly TenantObject[],
  taken: TakenNames,
  also: ReadonlyMap<Address, readonly Sentence[]> = new Map(),
): Surroundings => {
  const byAddress = new Map(objects.map(object => [object.address, object]))
  const groups = Map.groupBy(objects, ({ kind, parent = '' }) => `${kind} ${parent}`)
  const isNamed = (object: TenantObject) =>
    object.kind !== 'custom-workflow-extension' || workflowOf(object) !== undefined
  const takenBy: { readonly [kind in KindName]?: readonly string[] } = {
    'connected-organization': taken.organizations ?? [],
    catalog: taken.catalogs ?? [],
    'access-review': taken.reviews ?? [],
  }
  const names = new Map<Address, string>()
  const namesakes = new Set<Address>()
  for (const all of groups.values()) {
    const group = all.filter(isNamed)
    const kind = group[0]?.kind ?? 'settings'
    const word = words[kind]
    if (word === undefined) continue
    const known = group.flatMap(({ address }) => taken.known?.get(address) ?? [])
    const nameless = group.filter(({ address }) => taken.known?.has(address) !== true)
    const wishes = nameless.map(object => ({ wish: nameFrom(displayNameOf(object), word), word }))
    for (const [index, name] of uniqueNames(wishes, [...(takenBy[kind] ?? []), ...known]).entries())
      names.set(nameless[index]?.address ?? '', name)
    for (const same of Map.groupBy(group, object => fold(displayNameOf(object).trim())).values())
      if (same.length > 1) for (const { address } of same) namesakes.add(address)
  }
  return {
    nameOf: address => taken.known?.get(address) ?? names.get(address),
    parentOf: address => byAddress.get(address)?.parent,
    children: (parent, kind) => groups.get(`${kind} ${parent}`) ?? [],
    hasNamesake: ({ address }) => namesakes.has(address),
    also: address => also.get(address) ?? [],
  }
}
