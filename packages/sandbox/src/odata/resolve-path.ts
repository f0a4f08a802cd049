import { type Doc, isObject, type Json } from '../json.ts'
import { isStructured, isSubtype, navigationOf, typeNameOf } from '../schema/lookup.ts'
import type { World } from '../world.ts'

/** The value at a path of an object, following navigation properties and type casts on the way. */
export function resolvePath(
  world: World,
  type: string,
  value: Json | undefined,
  segments: readonly string[],
): Json | undefined {
  const [segment, ...rest] = segments
  if (segment === undefined || value === undefined || value === null) return value
  if (!isObject(value)) return undefined
  if (segment.startsWith('microsoft.graph.') || segment.startsWith('graph.')) {
    const wanted = typeNameOf(segment)
    const actual = typeNameOf(String(value['@odata.type'] ?? value.$type ?? type))
    return isStructured(wanted) && isSubtype(actual, wanted) ? resolvePath(world, wanted, value, rest) : undefined
  }
  const navigation = navigationOf(type, segment)
  if (!navigation) return resolvePath(world, type, value[segment], rest)
  const targets = world.kindOf(type)?.navigation[segment]?.(world, value as Doc) ?? []
  if (navigation.collection) return [...targets]
  const [target] = targets
  return target && resolvePath(world, navigation.type, target, rest)
}
