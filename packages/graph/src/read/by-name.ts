import { clause, quoted } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { NameOrId } from '../model/scope.ts'
import { type Many, type Source, textOf } from './source.ts'

/** So many names fit into one filter; where there are more, everything is read. */
const most = 15

/**
 * Objects of a list that have one of the names, compared as Graph compares them, or one of the ids. Where the whole list is read, what
 * `expand` names comes with it, if Graph can do that.
 */
export async function byName(
  from: Source,
  path: string,
  wanted: readonly NameOrId[] | 'all',
  expand = '',
): Promise<Many> {
  if (wanted === 'all') return everything(from, path, expand)
  const names = [...new Set(wanted.flatMap(each => each.names))]
  const ids = wanted.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const [named, pinned] = await Promise.all([
    listed(from, path, names, expand),
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

/** Whether so much is wanted that lists of the whole tenant are read, and not what one object has. */
export const isWide = (wanted: readonly NameOrId[] | 'all'): boolean =>
  wanted === 'all' || new Set(wanted.flatMap(({ names }) => names)).size > most

/** A list of the whole tenant, with what is to be expanded where Graph can do that. */
async function everything(from: Source, path: string, expand: string): Promise<Many> {
  if (expand === '') return from.many(path)
  const whole = await from.many(`${path}?$expand=${expand}`)
  return 'failure' in whole && whole.failure.status === 400 ? from.many(path) : whole
}

async function listed(from: Source, path: string, names: readonly string[], expand: string): Promise<Many> {
  if (names.length === 0) return { items: [] }
  if (names.length > most) return everything(from, path, expand)
  const narrow = await from.many(`${path}?$filter=${names.flatMap(clauses).join(or)}`)
  return 'failure' in narrow && narrow.failure.status === 400 ? from.many(path) : narrow
}

const or = clause` or `

/** Case means nothing. Letters beyond ASCII may fold otherwise in Graph, so such a name is asked for as it is, too. */
const clauses = (name: string): string[] => [
  clause`tolower(displayName) eq ${quoted(name.toLowerCase())}`,
  ...([...name].some(letter => letter > '\u007f') ? [clause`displayName eq ${quoted(name)}`] : []),
]
