import { type Kind, viewOf } from '../entities/kind.ts'
import { badRequest } from '../http/graph-error.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { typeAt } from './check-filter.ts'
import type { Filter } from './filter-expression.ts'
import { matches, ordered } from './narrow.ts'
import type { QueryOptions } from './query-options.ts'

/** One page of a collection. */
export interface Page {
  readonly docs: readonly Doc[]
  /** Where the next page starts; undefined on the last one. */
  readonly next?: string
  /** How many objects pass the filter, when `$count=true` asks. */
  readonly count?: number
}

/** What to read: a stored kind, or objects computed for the occasion. */
export interface Source {
  readonly kind: Kind
  readonly parent?: string
  readonly docs?: readonly Doc[]
  /** Only what passes, whatever the client asks. */
  readonly only?: (doc: Doc) => boolean
  /** The collection takes `$search`. */
  readonly searches?: boolean
}

/** Reads one page; `$top` asks for smaller pages, never for larger ones, and `@odata.nextLink` leads through them all. */
export function readPage(world: World, source: Source, options: QueryOptions): Page {
  for (const { segments } of options.orderby) typeAt(source.kind.type, segments)
  const size = Math.min(options.top ?? world.behaviour.pageSize, world.behaviour.pageSize)
  const simple = !source.docs && options.orderby.length === 0 && options.skip === undefined && !options.count
  return simple ? streamed(world, source, options, size) : collected(world, source, options, size)
}

function passesIn(world: World, { kind, only }: Source, filter: Filter | undefined) {
  return (doc: Doc) => (!only || only(doc)) && (!filter || matches(world, kind.type, doc, filter))
}

/** Reads along the order of creation and stops when the page is full. */
function streamed(world: World, source: Source, options: QueryOptions, size: number): Page {
  const { kind, parent } = source
  const below = parent ?? parentIn(kind, options.filter)
  const passing = passesIn(world, source, options.filter)
  const docs: Doc[] = []
  let last = place(options.skiptoken)
  for (;;) {
    const limit = options.filter || source.only ? 1000 : size + 1
    const rows = world.store.list(kind.store, { ...(below === undefined ? {} : { parent: below }), after: last, limit })
    for (const { seq, doc } of rows) {
      const seen = viewOf(world, kind, doc)
      if (passing(seen)) {
        if (docs.length === size) return { docs, next: String(last) }
        docs.push(seen)
      }
      last = seq
    }
    if (rows.length < limit) return { docs }
  }
}

function collected(world: World, source: Source, options: QueryOptions, size: number): Page {
  const { kind, parent } = source
  const below = parent ?? parentIn(kind, options.filter)
  const all =
    source.docs ??
    world.store.list(kind.store, below === undefined ? {} : { parent: below }).map(row => viewOf(world, kind, row.doc))
  const kept = all.filter(passesIn(world, source, options.filter))
  const sorted = options.orderby.length > 0 ? ordered(world, kind.type, kept, options.orderby) : kept
  const start = options.skiptoken === undefined ? (options.skip ?? 0) : place(options.skiptoken)
  const end = start + size
  return {
    docs: sorted.slice(start, end),
    ...(end < sorted.length ? { next: String(end) } : {}),
    ...(options.count ? { count: kept.length } : {}),
  }
}

function place(skiptoken: string | undefined): number {
  if (skiptoken === undefined) return 0
  if (!/^\d+$/.test(skiptoken)) throw badRequest('The skip token is invalid.')
  return Number(skiptoken)
}

/** The parent that a filter demands of every object, so that only its children need reading. */
function parentIn(kind: Kind, filter: Filter | undefined): string | undefined {
  if (!filter || !kind.parentPath) return undefined
  if (filter.kind === 'and') return parentIn(kind, filter.left) ?? parentIn(kind, filter.right)
  if (
    filter.kind !== 'compare' ||
    filter.operator !== 'eq' ||
    filter.left.kind !== 'path' ||
    filter.right.kind !== 'literal'
  )
    return undefined
  return filter.left.segments.join('/') === kind.parentPath ? String(filter.right.value).toLowerCase() : undefined
}
