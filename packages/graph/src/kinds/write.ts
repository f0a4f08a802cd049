import type { Json, JsonObject } from '../model/json.ts'
import type { Properties } from '../model/tenant.ts'
import type { PropertyChange } from './property-change.ts'
import type { StepRequest } from './request.ts'
import type { Lookup, Probe, Settle, Where } from './settle.ts'
import type { Slots } from './slots.ts'

/** A request with what its slots left open. */
export const request = (method: StepRequest['method'], path: string, slots: Slots, body?: Json): StepRequest => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
  ...open(slots),
})

export const probe = (path: string, slots: Slots, list?: string): Probe => ({
  path,
  ...open(slots),
  ...(list === undefined ? {} : { list }),
})

const open = ({ placeholders }: Slots) => (Object.keys(placeholders).length === 0 ? {} : { placeholders })

export const where = (conditions: { readonly [path: string]: Json | undefined }): Where[] =>
  Object.entries(conditions).map(([path, equals]) => ({ path, equals: equals as Where['equals'] }))

export const readable = (each: Probe): Settle => ({ until: 'readable', probe: each })
export const shown = (each: Probe): Settle => ({ until: 'equal', probe: each })
export const gone = (each: Probe): Settle => ({ until: 'gone', probe: each })
export const listed = (each: Lookup): Settle => ({ until: 'listed', ...each })
export const unlisted = (each: Lookup): Settle => ({ until: 'unlisted', ...each })

/** The top-level properties that changes lie in, as declared: what a PATCH says. */
export const patched = (properties: Properties, changes: readonly PropertyChange[], slots: Slots): JsonObject => {
  const names = [...new Set(changes.map(({ path }) => path.split('/')[0] ?? path))]
  return Object.fromEntries(
    names.flatMap(name => {
      const value = properties[name]
      return value === undefined ? [] : [[name, slots.value(value)]]
    }),
  )
}

/** Every declared property: what a POST says. */
export const posted = (properties: Properties, slots: Slots): JsonObject =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, slots.value(value)]))
