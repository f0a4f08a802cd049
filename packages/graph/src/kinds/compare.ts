import type { Json } from '../model/json.ts'
import { isRef, type Ref, type Value } from '../model/tenant.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalDuration, canonicalMoment } from './duration.ts'
import { fold, foldId } from './fold.ts'
import type { PropertyChange } from './property-change.ts'
import {
  absentIn,
  exact,
  type Fields,
  isNothing,
  isObj,
  itemsIn,
  type ListShape,
  type ObjectShape,
  type SetShape,
  type Shape,
} from './shape.ts'

const at = (path: string, step: string | number) => (path === '' ? String(step) : `${path}/${step}`)

/** Where a live value is not as the pattern says. Only what the pattern mentions is compared; places of a list are numbers. */
export function differences(
  shape: Shape,
  path: string,
  pattern: Value | undefined,
  live: Value | undefined,
): PropertyChange[] {
  if (pattern === undefined) return []
  switch (shape.is) {
    case 'object':
      return objectDifferences(shape, path, pattern, live)
    case 'list':
      return listDifferences(shape, path, pattern, live)
    case 'set':
      return setDifferences(shape, path, pattern, live)
    default:
      return sameLeaf(shape, pattern, live) ? [] : [change(path, pattern, live)]
  }
}

/** The same of every property. */
export const fieldDifferences = (
  fields: Fields,
  pattern: { readonly [key: string]: Value },
  live: { readonly [key: string]: Value },
  path = '',
): PropertyChange[] =>
  Object.keys(pattern).flatMap(name => differences(fields[name] ?? exact, at(path, name), pattern[name], live[name]))

/** Whether a live value is as the pattern says. */
export const same = (shape: Shape, pattern: Value | undefined, live: Value | undefined): boolean =>
  differences(shape, '', pattern, live).length === 0

function objectDifferences(
  shape: ObjectShape,
  path: string,
  pattern: Value,
  live: Value | undefined,
): PropertyChange[] {
  const [wanted, found] = [pattern, live].map(value =>
    isObj(value) && shape.isNothing?.(value) === true ? null : value,
  )
  if (isNothing(wanted) && isNothing(found)) return []
  if (!isObj(wanted) || !isObj(found)) return [change(path, pattern, live)]
  const inside = fieldDifferences(shape.fields, wanted, found, path)
  if (inside.length === 0) return []
  return shape.whole === true || kindOf(wanted) !== kindOf(found) ? [change(path, pattern, live)] : inside
}

/** What sort of value an object is, where it says so; objects of two sorts are compared as wholes. */
export const kindOf = (value: { readonly [key: string]: Value }): string | undefined => {
  const sort = value['@odata.type']
  return typeof sort === 'string' ? sort.replace(/^#/, '').toLowerCase() : undefined
}

function listDifferences(shape: ListShape, path: string, pattern: Value, live: Value | undefined): PropertyChange[] {
  const [wanted, found] = [itemsIn(pattern), itemsIn(live)]
  const others = wanted.some((item, place) => shape.key?.(item) !== shape.key?.(found[place] ?? null))
  if (wanted.length !== found.length || others) return [change(path, pattern, live)]
  return wanted.flatMap((item, place) => differences(shape.of, at(path, place), item, found[place]))
}

function setDifferences(shape: SetShape, path: string, pattern: Value, live: Value | undefined): PropertyChange[] {
  const { isForeign } = shape
  const found = isForeign === undefined || !Array.isArray(live) ? live : itemsIn(live).filter(item => !isForeign(item))
  return sameSet(shape, itemsIn(pattern), itemsIn(found)) ? [] : [change(path, pattern, found)]
}

function sameSet(shape: SetShape, wanted: readonly Value[], found: readonly Value[]): boolean {
  const byKey = (items: readonly Value[]) => new Map(items.map(item => [shape.key(item), item]))
  const [mine, theirs] = [byKey(wanted), byKey(found)]
  if (mine.size !== theirs.size) return false
  return [...mine].every(([key, item]) => theirs.has(key) && same(shape.of, item, theirs.get(key)))
}

function sameLeaf(shape: Shape, pattern: Value, live: Value | undefined): boolean {
  if (isRef(pattern) || isRef(live)) return isRef(pattern) && isRef(live) && sameRef(pattern, live)
  if (shape.is === 'text') return (pattern ?? '') === (live ?? '')
  const absent = absentIn(shape) ?? null
  const [wanted, found] = [pattern ?? absent, live ?? absent]
  if (typeof wanted === 'string' && typeof found === 'string') {
    if (shape.is === 'caseless') return fold(wanted) === fold(found)
    if (shape.is === 'duration') return canonicalDuration(wanted) === canonicalDuration(found)
    if (shape.is === 'moment') return canonicalMoment(wanted) === canonicalMoment(found)
  }
  return canonicalJson(bare(wanted) as Json) === canonicalJson(bare(found) as Json)
}

/** Two references mean the same by id; one that has no id yet, by address. */
const sameRef = (a: Ref, b: Ref): boolean =>
  a.id !== undefined && b.id !== undefined
    ? foldId(a.id) === foldId(b.id)
    : a.address !== undefined && b.address !== undefined && a.address === b.address

const change = (path: string, after: Value | undefined, before: Value | undefined): PropertyChange => ({
  path,
  ...(before === undefined ? {} : { before: bare(before) }),
  ...(after === undefined ? {} : { after: bare(after) }),
})

/** A value without properties that hold nothing. */
export function bare(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(bare)
  if (!isObj(value)) return value
  if (isRef(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (isNothing(each) ? [] : [[key, bare(each)]])),
  )
}
