import type { Fields } from '../kinds/shape.ts'
import type { JsonObject } from '../model/json.ts'
import type { Properties } from '../model/tenant.ts'

/** The properties that a kind compares. */
export const pick = (properties: Properties, fields: Fields): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => name in fields))

/** An object without what it leads to. */
export const without = (raw: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name.split('@')[0] || name)))
