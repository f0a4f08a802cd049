import type { Json } from '../model/json.ts'
import { isRef, type Properties, type Value } from '../model/tenant.ts'
import { kindOf, same } from './compare.ts'
import { normalise } from './normalise.ts'
import { exact, type Fields, isNothing, isObj, itemsIn, type ListShape, type Obj, type Shape } from './shape.ts'

type RawObject = { readonly [key: string]: Json }

/**
 * What was read with what is declared laid over it: everything that the pattern doesn't mention stays. What already is as the pattern
 * says keeps its spelling. An object that becomes one of another sort (`type`, `@odata.type`) keeps nothing.
 */
export function merged(shape: Shape, raw: Json | undefined, pattern: Value | undefined): Value | undefined {
  if (pattern === undefined) return raw as Value | undefined
  if (shape.is === 'object' && isObj(pattern)) {
    const before = isObj(raw as Value) && sameSort(raw as Obj, pattern) ? (raw as RawObject) : {}
    return mergedFields(shape.fields, before, pattern)
  }
  if (shape.is === 'list') {
    const before = Array.isArray(raw) ? (raw as readonly Json[]) : []
    const inPlace = shape.key === undefined ? before : counterparts(shape, shape.key, before, itemsIn(pattern))
    return itemsIn(pattern).map((item, place) => merged(shape.of, inPlace[place], item) ?? null)
  }
  if (shape.is === 'set') {
    const before = new Map(
      itemsIn(raw as Value).map(item => [shape.key(normalise(shape.of, item as Json)), item as Json] as const),
    )
    return [
      ...itemsIn(pattern).map(item => merged(shape.of, before.get(shape.key(item)), item) ?? null),
      ...itemsIn(raw as Value).filter(item => shape.isForeign?.(item) === true),
    ]
  }
  return raw !== undefined && !isNothing(raw as Value) && !isRef(pattern) && same(shape, pattern, raw as Value)
    ? (raw as Value)
    : pattern
}

/** What was read of each declared item, wherever it stood; of items that are alike the first ones first. */
function counterparts(
  { of }: ListShape,
  key: (item: Value) => string,
  before: readonly Json[],
  items: readonly Value[],
): (Json | undefined)[] {
  const left = Map.groupBy(before, item => key(normalise(of, item)))
  return items.map(item => left.get(key(item))?.shift())
}

/** The same of every property. */
export function mergedFields(fields: Fields, raw: RawObject, pattern: Properties): Properties {
  const names = new Set([...Object.keys(raw), ...Object.keys(pattern)])
  return Object.fromEntries(
    [...names].flatMap(name => {
      const value = merged(fields[name] ?? exact, raw[name], pattern[name])
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

const sameSort = (raw: Obj, pattern: Obj): boolean =>
  (pattern['@odata.type'] === undefined || kindOf(raw) === kindOf(pattern)) &&
  (typeof pattern.type !== 'string' || raw.type === pattern.type)

/** A value with defaults where it has nothing. A part that is null on purpose stays null. */
export function withDefaults(value: Properties, defaults: Properties | undefined): Properties {
  if (defaults === undefined) return value
  const filled = Object.entries(defaults).map(([name, fallback]): readonly [string, Value] => {
    const given = value[name]
    if (given === undefined || (given === null && !isObj(fallback))) return [name, fallback]
    if (isObj(given) && isObj(fallback) && !isRef(given)) return [name, withDefaults(given, fallback)]
    return [name, given]
  })
  return { ...value, ...Object.fromEntries(filled) }
}
