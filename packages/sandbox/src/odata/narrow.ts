import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { orderOf, passes } from './evaluate-filter.ts'
import type { Filter } from './filter-expression.ts'
import type { OrderBy, QueryOptions } from './query-options.ts'
import { resolvePath } from './resolve-path.ts'

/** Whether an object passes a filter. */
export function matches(world: World, type: string, doc: Doc, filter: Filter): boolean {
  return passes(
    filter,
    segments => resolvePath(world, type, doc, segments),
    (element, segments) => resolvePath(world, '', element, segments),
  )
}

/** Sorts a copy; null comes first, equal items keep their order. */
export function ordered(world: World, type: string, docs: readonly Doc[], orderby: readonly OrderBy[]): Doc[] {
  return [...docs].sort((a, b) => {
    for (const { segments, descending } of orderby) {
      const [left, right] = [a, b].map(doc => resolvePath(world, type, doc, segments) ?? null)
      const order = left === right ? 0 : left == null ? -1 : right == null ? 1 : (orderOf(left, right) ?? 0)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

/** Filter, order, skip and top over objects at hand, as a nested `$expand` asks for them. */
export function narrow(world: World, type: string, docs: readonly Doc[], options: QueryOptions): Doc[] {
  const { filter, orderby, skip = 0, top } = options
  const kept = filter ? docs.filter(doc => matches(world, type, doc, filter)) : [...docs]
  const sorted = orderby.length > 0 ? ordered(world, type, kept, orderby) : kept
  return sorted.slice(skip, top === undefined ? undefined : skip + top)
}
