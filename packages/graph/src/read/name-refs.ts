import { foldId } from '../kinds/fold.ts'
import { type Address, isRef, type Ref, type Value } from '../model/tenant.ts'
import { principalName } from './directory-object.ts'
import type { Draft } from './draft.ts'
import { type Source, textOf } from './source.ts'

/** References in a value, wherever they stand. */
export function refsIn(value: Value): readonly Ref[] {
  if (isRef(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(refsIn)
}

/** A value with other references in the places of its references. */
export function mapRefs(value: Value, change: (ref: Ref) => Ref): Value {
  if (isRef(value)) return change(value)
  if (Array.isArray(value)) return (value as readonly Value[]).map(item => mapRefs(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapRefs(each, change)]))
}

/** How many ids Graph takes at once. https://learn.microsoft.com/graph/api/directoryobject-getbyids */
const most = 1000
const people = new Set(['user', 'group', 'servicePrincipal'])

/** Names of the directory objects that drafts mention and whose name nobody knows. Where they can't be read they stay without. */
export async function missingNames(
  from: Source,
  drafts: readonly Draft[],
  names: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const refs = drafts.flatMap(({ properties }) => refsIn(properties as Value))
  const wanted = refs.flatMap(({ $ref, id }) => (id !== undefined && people.has($ref) && !names.has(id) ? [id] : []))
  const ids = [...new Set(wanted)].sort()
  const chunks = Array.from({ length: Math.ceil(ids.length / most) }, (_, at) => ids.slice(at * most, (at + 1) * most))
  const lists = await Promise.all(chunks.map(chunk => from.post('/directoryObjects/getByIds', { ids: chunk })))
  return new Map(
    lists.flatMap(list =>
      'items' in list ? list.items.map(item => [textOf(item.id), principalName(item)] as const) : [],
    ),
  )
}

/** Gives references the names, and the addresses of objects that were read. */
export const naming =
  (names: ReadonlyMap<string, string>, addresses: ReadonlyMap<string, Address>) =>
  (ref: Ref): Ref => {
    const id = ref.id ?? ''
    const address = addresses.get(`${ref.$ref} ${foldId(id)}`)
    const name = ref.$ref === 'site' ? undefined : names.get(id)
    return { ...ref, ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { address }) }
  }
