import type { Lookup } from '../plan/settle.ts'
import { itemsOf } from './ask.ts'
import type { Filler } from './fill.ts'
import { itemsWhere, probePath } from './probe.ts'
import type { Send } from './send.ts'

/** What looking for an object by its parent and natural key found. `unreadable`: the list can't be read. */
export type Found =
  | { readonly found: 'one'; readonly id?: string }
  | { readonly found: 'none' | 'several' | 'unreadable' }

/** Looks once. A parent that isn't there has no children. */
export async function look(send: Send, { probe, where }: Lookup, filler: Filler): Promise<Found> {
  const answer = await send({ method: 'GET', path: probePath(probe, filler) })
  if (answer.status === 404) return { found: 'none' }
  const items = await itemsOf(send, answer, probe.list)
  if (items === undefined) return { found: 'unreadable' }
  const ours = itemsWhere(items, where, probe, filler)
  const [one] = ours
  if (one === undefined) return { found: 'none' }
  if (ours.length > 1) return { found: 'several' }
  return { found: 'one', ...(typeof one.id === 'string' ? { id: one.id } : {}) }
}
