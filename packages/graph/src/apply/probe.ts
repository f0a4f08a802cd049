import type { Json, JsonObject } from '../model/json.ts'
import type { Probe, Where } from '../plan/settle.ts'
import { valuesAt } from './ask.ts'
import { type Filler, fillBody, fillPath } from './fill.ts'

/** The path to GET; `{id}` is the id that the step's own write returned. */
export const probePath = (probe: Probe, filler: Filler, id?: string): string => {
  const path = id === undefined ? probe.path : probe.path.replaceAll('{id}', encodeURIComponent(id))
  return fillPath(path, probe.placeholders, filler)
}

/** The items that satisfy every condition. Texts are compared as Graph compares names and ids: without regard to case. */
export function itemsWhere(
  items: readonly JsonObject[],
  where: readonly Where[],
  { placeholders }: Probe,
  filler: Filler,
): JsonObject[] {
  const wanted = where.map(({ path, equals, not = false }) => ({
    path: path.split('/'),
    not,
    value: fillBody(equals, placeholders, filler),
  }))
  return items.filter(item =>
    wanted.every(({ path, value, not }) => valuesAt(item, path).some(found => same(found, value)) !== not),
  )
}

const same = (a: Json, b: Json | undefined) =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b
