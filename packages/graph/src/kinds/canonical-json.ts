import type { Json } from '../model/json.ts'

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0)

/** The same value with the keys of every object in order, so that equal values have equal texts. */
export function ordered(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as { readonly [key: string]: Json }).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(byName).map(([key, each]) => [key, ordered(each)]))
}

export const canonicalJson = (value: Json): string => JSON.stringify(ordered(value))
