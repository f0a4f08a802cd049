import type { SourceEdit } from '@entitle/graph'
import type { Written, WrittenItem } from '../resolve/written.ts'
import { replace } from '../rules/edit.ts'
import type { Meaning } from './slots.ts'

/** Statements that list objects: what one of them was and is to be. */
export interface Lists {
  /** As they stand in the sources; one list may stand in several statements. */
  readonly own: readonly Written[]
  readonly before: Written | undefined
  readonly after: Written
  readonly meaning: Meaning
}

/**
 * Takes items out of a list and puts others behind its last one, so that all others stay as they are. Undefined where nothing of the list
 * stays, or its items aren't what was compared.
 */
export const reviseList = ({ own, before, after, meaning }: Lists): readonly SourceEdit[] | undefined => {
  const items = own.map(each => each.items ?? [])
  const keys = new Map(items.flat().map(item => [meaning(item), item]))
  const old = new Set((before?.items ?? []).map(meaning))
  const now = new Map((after.items ?? []).map(item => [meaning(item), item]))
  if (keys.size < items.flat().length || [...old].some(key => !keys.has(key))) return undefined
  const stays = (item: WrittenItem) => !old.has(meaning(item)) || now.has(meaning(item))
  const added = [...now].flatMap(([key, item]) => (keys.has(key) ? [] : [item.text]))
  const last = items.at(-1)?.findLast(stays)
  if (last === undefined) return undefined
  return own.flatMap((each, index) => {
    const inside = items[index] ?? []
    if (!inside.some(stays)) return [replace(each.removal, '')]
    const removals = inside.flatMap((item, place) => (stays(item) ? [] : [removalOf(inside, place, stays)]))
    const put =
      index === own.length - 1 && added.length > 0
        ? [
            {
              range: { uri: last.range.uri, start: last.range.end, end: last.range.end },
              text: `, ${added.join(', ')}`,
            },
          ]
        : []
    return [...removals, ...put]
  })
}

/** An item with the comma that parts it from the one before; of the first ones, from the one behind. */
const removalOf = (items: readonly WrittenItem[], place: number, stays: (item: WrittenItem) => boolean): SourceEdit => {
  const item = items[place] as WrittenItem
  const isLeading = !items.slice(0, place).some(stays)
  const [from, to] = isLeading
    ? [item.range.start, items[place + 1]?.range.start ?? item.range.end]
    : [items[place - 1]?.range.end ?? item.range.start, item.range.end]
  return replace({ uri: item.range.uri, start: from, end: to }, '')
}
