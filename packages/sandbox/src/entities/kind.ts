import type { Doc } from '../json.ts'
import type { World } from '../world.ts'

/** Follows a navigation property from an object to the objects it leads to; a single-valued one gives at most one. */
export type Navigate = (world: World, doc: Doc) => readonly Doc[]

/** What the sandbox knows of one sort of Graph object: where it is kept and where it leads. */
export interface Kind {
  /** The collection in the store. */
  readonly store: string
  /** The OData type. */
  readonly type: string
  /** Whether ids are GUIDs, so that anything else in a filter is refused. */
  readonly guids: boolean
  /** `path/id` of the filter that the store can answer by parent. */
  readonly parentPath?: string
  readonly navigation: Readonly<Record<string, Navigate>>
  /** The object as it reads now, where time changes it. */
  readonly view?: (world: World, doc: Doc) => Doc
}

export function viewOf(world: World, kind: Kind, doc: Doc): Doc {
  return kind.view ? kind.view(world, doc) : doc
}

/** The object with this id as clients see it. */
export function find(world: World, kind: Kind, id: string): Doc | undefined {
  const doc = world.store.get(kind.store, id)
  return doc && viewOf(world, kind, doc)
}

/** Everything of a kind below a parent, as clients see it. */
export function childrenOf(world: World, kind: Kind, parent: string): Doc[] {
  return world.store.list(kind.store, { parent }).map(row => viewOf(world, kind, row.doc))
}

/** A navigation to the one object whose id is noted under `$…`. */
export function toNoted(kind: () => Kind, note: string): Navigate {
  return (world, doc) => {
    const id = doc[note]
    const found = typeof id === 'string' ? find(world, kind(), id) : undefined
    return found ? [found] : []
  }
}

/** A navigation to the children kept under this object. */
export function toChildren(kind: () => Kind): Navigate {
  return (world, doc) => childrenOf(world, kind(), doc.id)
}
