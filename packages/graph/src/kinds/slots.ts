import type { Json } from '../model/json.ts'
import { type Address, isRef, type Ref, segmentsOf, type Value } from '../model/tenant.ts'
import type { Placeholder, Placeholders } from './request.ts'
import { isObj } from './shape.ts'

/** Ids in a request: those that are known stand in it, the others are left open under a name. */
export interface Slots {
  /** The object's id for a path, or `{name}`. */
  path(address: Address): string
  /** The object's id for a body, or `{"$placeholder": "name"}`. */
  body(address: Address): Json
  /** A text for a body that ends in the object's id. */
  text(prefix: string, address: Address): Json
  /** A value for a body, ids in the places of references. */
  value(value: Value): Json
  /** A placeholder for a body under this name. */
  open(name: string, placeholder: Placeholder): { readonly $placeholder: string }
  /** What was left open so far. */
  readonly placeholders: Placeholders
}

/** What knows the ids of live objects; undefined for those that are to be made. */
export type IdOf = (address: Address) => string | undefined

export function slots(idOf: IdOf): Slots {
  const open: { [name: string]: Placeholder } = {}
  const nameFor = (address: Address, prefix?: string): string => {
    const known = Object.entries(open).find(
      ([, each]) => 'object' in each && each.object === address && each.prefix === prefix,
    )
    if (known !== undefined) return known[0]
    const stem = segmentsOf(address).at(-1)?.kind ?? 'object'
    let name: string = stem
    for (let count = 2; name in open; count += 1) name = `${stem}-${count}`
    open[name] = { object: address, ...(prefix === undefined ? {} : { prefix }) }
    return name
  }
  const body = (address: Address): Json => idOf(address) ?? { $placeholder: nameFor(address) }
  const refId = (ref: Ref): Json => ref.id ?? (ref.address === undefined ? ref.name : body(ref.address))
  const value = (each: Value): Json => {
    if (isRef(each)) return refId(each)
    if (Array.isArray(each)) return (each as readonly Value[]).map(value)
    if (!isObj(each)) return each as Json
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, value(inner)]))
  }
  return {
    path(address) {
      const id = idOf(address)
      return id === undefined ? `{${nameFor(address)}}` : encodeURIComponent(id)
    },
    body,
    text(prefix, address) {
      const id = idOf(address)
      if (id !== undefined) return prefix + id
      return { $placeholder: nameFor(address, prefix) }
    },
    value,
    open(name, placeholder) {
      open[name] = placeholder
      return { $placeholder: name }
    },
    get placeholders() {
      return { ...open }
    },
  }
}
