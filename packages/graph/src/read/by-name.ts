import { clause, quoted } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { NameOrId } from '../model/scope.ts'
import { type Many, type Source, textOf } from './source.ts'

/** So many names fit into one filter; where there are more, everything is read. */
const most = 15

/** Objects of a list that have one of the names, compared as Graph compares them, or one of the ids. */
export async function byName(from: Source, path: string, wanted: readonly NameOrId[] | 'all'): Promise<Many> {
  if (wanted === 'all') return from.many(path)
  const names = [...new Set(wanted.flatMap(each => each.names))]
  const ids = wanted.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const [named, pinned] = await Promise.all([
    listed(from, path, names),
    Promise.all(ids.map(id => from.one(`${path}/${encodeURIComponent(id)}`))),
  ])
  if ('failure' in named) return named
  const items = new Map(named.items.map(item => [textOf(item.id), item]))
  for (const each of pinned) {
    if ('item' in each) items.set(textOf(each.item.id), each.item)
    else if (each.failure.status !== 404 && each.failure.status !== 400) return each
  }
  const folded = new Set(names.map(fold))
  const pins = new Set(ids.map(id => id.toLowerCase()))
  const ours = (item: JsonObject) =>
    folded.has(fold(textOf(item.displayName))) || pins.has(textOf(item.id).toLowerCase())
  return { items: [...items.values()].filter(ours) }
}

async function listed(from: Source, path: string, names: readonly string[]): Promise<Many> {
  if (names.length === 0) return { items: [] }
  if (names.length > most) return from.many(path)
  const narrow = await from.many(`${path}?$filter=${names.flatMap(clauses).join(or)}`)
  return 'failure' in narrow && narrow.failure.status === 400 ? from.many(path) : narrow
}

const or = clause` or `

/** Case means nothing. Letters beyond ASCII may fold otherwise in Graph, so such a name is asked for as it is, too. */
const clauses = (name: string): string[] => [
  clause`tolower(displayName) eq ${quoted(name.toLowerCase())}`,
  ...([...name].some(letter => letter > '\u007f') ? [clause`displayName eq ${quoted(name)}`] : []),
]
