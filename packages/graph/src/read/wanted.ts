import { fold } from '../kinds/fold.ts'
import type { Place } from '../model/finding.ts'
import {
  type DirectoryKind,
  directoryKinds,
  isRef,
  type Ref,
  type Tenant,
  type TenantObject,
  type Value,
} from '../model/tenant.ts'

/** A directory object that the sources name, with every place that needs it. */
export interface Wanted {
  readonly kind: DirectoryKind
  readonly name: string
  /** The id that the sources pin. */
  readonly id?: string
  readonly places: readonly Place[]
}

/** What makes two references mean the same directory object. */
export const wantedKey = ({ $ref, name, id }: Ref): string => `${$ref} ${fold(name)} ${id?.toLowerCase() ?? ''}`

const isDirectoryRef = (ref: Ref): boolean => (directoryKinds as readonly string[]).includes(ref.$ref)

/** The directory objects of a desired tenant, each once. */
export function wantedOf({ objects }: Tenant): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted & { readonly places: Place[] }>()
  for (const object of objects) {
    for (const [ref, path] of directoryRefs(object.properties as Value, '')) {
      const key = wantedKey(ref)
      const place = placeOf(object, path)
      const known = wanted.get(key)
      const { $ref: kind, name, id } = ref
      if (known !== undefined) known.places.push(place)
      else wanted.set(key, { kind: kind as DirectoryKind, name, ...(id === undefined ? {} : { id }), places: [place] })
    }
  }
  return wanted
}

/** References to directory objects in a value, with their paths. */
function directoryRefs(value: Value, path: string): readonly (readonly [Ref, string])[] {
  if (isRef(value)) return isDirectoryRef(value) ? [[value, path]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => directoryRefs(each, path === '' ? key : `${path}/${key}`))
}

/** Where a property was declared: the nearest place that is known on the way to it. */
function placeOf({ origin, address }: TenantObject, path: string): Place {
  if (origin === undefined) return { kind: 'tenant', address }
  const steps = path.split('/')
  for (let length = steps.length; length > 0; length -= 1) {
    const range = origin.properties?.[steps.slice(0, length).join('/')]
    if (range !== undefined) return { kind: 'source', range }
  }
  return { kind: 'source', range: origin.range }
}
