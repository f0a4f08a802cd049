import { foldId } from '../kinds/fold.ts'
import { kinds } from '../kinds/kinds.ts'
import { twinName, twinsIn } from '../kinds/twin-names.ts'
import { type Address, addressOf, kindNames, type Properties, type TenantObject, type Value } from '../model/tenant.ts'
import type { Draft } from './draft.ts'
import { mapRefs, naming } from './name-refs.ts'

export interface Assembled {
  readonly objects: readonly TenantObject[]
  /** Addresses by `kind id`, ids in lower case. */
  readonly addresses: ReadonlyMap<string, Address>
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Drafts as objects of a tenant: in the order of kinds and names, whatever the order in which they were read. */
export function assemble(drafts: readonly Draft[], names: ReadonlyMap<string, string>): Assembled {
  const addresses = new Map<string, Address>()
  const objects: TenantObject[] = []
  for (const kind of kindNames) {
    const named = distinct(
      drafts
        .filter(draft => draft.kind === kind)
        .map(draft => {
          const properties = mapRefs(draft.properties as Value, naming(names, addresses)) as Properties
          return { draft, properties, name: kinds[kind].nameOf(properties) }
        }),
    )
    named.sort(
      (a, b) =>
        byText(a.name, b.name) || byText(a.draft.id, b.draft.id) || byText(a.draft.parent ?? '', b.draft.parent ?? ''),
    )
    const twins = new Set(twinsIn(named, ({ draft, name }) => `${foldId(draft.parent ?? '')}/${name}`))
    for (const each of named) {
      const { draft, properties, name } = each
      const inside = kinds[kind].parent
      const parent = inside === undefined ? undefined : addresses.get(`${inside} ${foldId(draft.parent ?? '')}`)
      if (inside !== undefined && parent === undefined) continue
      const address = addressOf(kind, twins.has(each) ? twinName(name, draft.id) : name, parent)
      if (kinds[kind].named) addresses.set(`${kind} ${foldId(draft.id)}`, address)
      objects.push({
        kind,
        address,
        ...(parent === undefined ? {} : { parent }),
        name,
        id: draft.id,
        properties,
        raw: draft.raw,
      })
    }
  }
  return { objects, addresses }
}

interface Named {
  readonly draft: Draft
  readonly properties: Properties
  readonly name: string
}

/** Each object once, though a list that changes while its pages are read may show it twice. */
const distinct = (named: readonly Named[]): Named[] => [
  ...new Map(
    named.map(each => [`${foldId(each.draft.parent ?? '')} ${foldId(each.draft.id)} ${each.name}`, each]),
  ).values(),
]
