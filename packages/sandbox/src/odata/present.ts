import { badRequest } from '../http/graph-error.ts'
import type { Doc, Json, JsonObject } from '../json.ts'
import { navigationOf, propertyOf } from '../schema/lookup.ts'
import type { World } from '../world.ts'
import { checkFilter } from './check-filter.ts'
import { narrow } from './narrow.ts'
import type { Expand, QueryOptions } from './query-options.ts'

/** Refuses `$select` and `$expand` of what a type doesn't have, before anything is read. */
export function checkShape(type: string, options: QueryOptions, guids: boolean): void {
  const missing = (name: string) =>
    badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    )
  for (const name of options.select ?? []) {
    if (name !== '*' && type !== 'directoryObject' && !propertyOf(type, name) && !navigationOf(type, name))
      throw missing(name)
  }
  if (options.filter) checkFilter(options.filter, type, guids)
  for (const { navigation, options: nested } of options.expand) {
    const target = navigationOf(type, navigation)
    if (!target) throw missing(navigation)
    checkShape(target.type, nested, guids)
  }
}

/** An object as the service sends it: its own properties, those selected, and what is expanded. */
export function present(world: World, type: string, doc: Doc, options: QueryOptions): JsonObject {
  const actual = typeof doc.$type === 'string' ? doc.$type : type
  const selected = options.select?.includes('*') ? undefined : options.select
  const sent: JsonObject = actual === type ? {} : { '@odata.type': `#microsoft.graph.${actual}` }
  const { id, ...rest } = doc
  for (const [name, value] of Object.entries<Json>({ id, ...rest })) {
    if (name.startsWith('$') || (selected && !selected.includes(name) && name !== '@odata.type')) continue
    sent[name] = value
  }
  for (const expand of options.expand) sent[expand.navigation] = follow(world, actual, doc, expand)
  return sent
}

function follow(world: World, type: string, doc: Doc, expand: Expand): JsonObject | JsonObject[] | null {
  const declared = navigationOf(type, expand.navigation)
  if (!declared) return null
  const targets = world.kindOf(type)?.navigation[expand.navigation]?.(world, doc) ?? []
  const shown = (target: Doc) => present(world, declared.type, target, expand.options)
  if (declared.collection) return narrow(world, declared.type, targets, expand.options).map(shown)
  const [target] = targets
  return target ? shown(target) : null
}
