import type { Doc } from '../json.ts'
import { type Documents, type ListOptions, nameOf, type Row } from './documents.ts'

/** A document as it is kept: as text, so that nobody changes it by changing what they were handed. */
interface Entry {
  readonly seq: number
  readonly kind: string
  readonly key: string
  readonly parent: string | null
  readonly other: string | null
  readonly name: string | null
  /** Null once it is removed. */
  readonly body: string | null
  /** What readers see until `visibleAt`. */
  readonly previous: string | null
  readonly visibleAt: number
  readonly due: number | null
}

/**
 * Keeps documents in memory, where there is no SQLite. `readDelayMs` is how long a write stays hidden from readers, in milliseconds of
 * `clock`. Entries are never changed, only replaced: what a transaction replaced is put back when it fails.
 */
export function memoryDocuments(clock: () => Date, readDelayMs: number): Documents {
  const kinds = new Map<string, Map<string, Entry>>()
  let delay = readDelayMs
  let last = 0
  let depth = 0
  let before = new Map<string, () => void>()

  const ofKind = (kind: string): Map<string, Entry> => {
    const known = kinds.get(kind) ?? new Map<string, Entry>()
    kinds.set(kind, known)
    return known
  }
  const find = (kind: string, key: string) => kinds.get(kind)?.get(key)

  /** Replaces an entry, or drops it; within a transaction it is remembered what was there. */
  const set = (kind: string, key: string, entry: Entry | undefined) => {
    const entries = ofKind(kind)
    const was = entries.get(key)
    if (depth > 0) {
      const id = JSON.stringify([kind, key])
      if (!before.has(id)) before.set(id, () => place(entries, key, was))
    }
    place(entries, key, entry)
  }
  const place = (entries: Map<string, Entry>, key: string, entry: Entry | undefined) => {
    if (entry === undefined) entries.delete(key)
    else entries.set(key, entry)
  }

  const seenBy = (entry: Entry, now: number) => (entry.visibleAt > now ? entry.previous : entry.body)
  const parse = (text: string | null | undefined) => (text == null ? undefined : (JSON.parse(text) as Doc))
  const inOrder = (entries: Entry[]) => entries.sort((one, two) => one.seq - two.seq)

  const many = (kind: string, text: (entry: Entry) => string | null, options: ListOptions = {}): Row[] => {
    const { parent, other, after, limit } = options
    const name = options.name?.toLowerCase()
    const found = inOrder(
      [...(kinds.get(kind)?.values() ?? [])].filter(
        entry =>
          text(entry) !== null &&
          (parent === undefined || entry.parent === parent) &&
          (other === undefined || entry.other === other) &&
          (after === undefined || entry.seq > after) &&
          (name === undefined || entry.name === name),
      ),
    )
    const some = limit === undefined ? found : found.slice(0, Math.trunc(limit))
    return some.map(entry => ({ seq: entry.seq, doc: JSON.parse(String(text(entry))) as Doc }))
  }

  return {
    get(kind, key) {
      const entry = find(kind, key)
      return entry && parse(seenBy(entry, clock().getTime()))
    },
    latest: (kind, key) => parse(find(kind, key)?.body),
    list(kind, options) {
      const now = clock().getTime()
      return many(kind, entry => seenBy(entry, now), options)
    },
    listLatest: (kind, options) => many(kind, entry => entry.body, options),
    put(kind, doc, links = {}) {
      const now = clock().getTime()
      const key = links.key ?? doc.id
      const was = find(kind, key)
      set(kind, key, {
        seq: was?.seq ?? ++last,
        kind,
        key,
        parent: links.parent ?? was?.parent ?? null,
        other: links.other ?? was?.other ?? null,
        name: nameOf(doc),
        body: JSON.stringify(doc),
        previous: was === undefined ? null : seenBy(was, now),
        visibleAt: delay === 0 ? 0 : now + delay,
        due: links.due === undefined ? (was?.due ?? null) : links.due,
      })
    },
    remove(kind, key) {
      const now = clock().getTime()
      const was = find(kind, key)
      if (was === undefined) return
      const hidden: Entry = { ...was, previous: seenBy(was, now), body: null, due: null, visibleAt: now + delay }
      set(kind, key, delay === 0 ? undefined : hidden)
    },
    nextDue(now) {
      let first: (Entry & { readonly due: number }) | undefined
      for (const entries of kinds.values())
        for (const entry of entries.values()) {
          if (entry.due === null || entry.due > now) continue
          if (first === undefined || entry.due < first.due || (entry.due === first.due && entry.seq < first.seq))
            first = { ...entry, due: entry.due }
        }
      return first && { kind: first.kind, key: first.key, due: first.due }
    },
    clearDue(kind, key) {
      const was = find(kind, key)
      if (was !== undefined) set(kind, key, { ...was, due: null })
    },
    transaction(work) {
      if (depth > 0) return work()
      depth++
      before = new Map()
      try {
        return work()
      } catch (error) {
        for (const undo of before.values()) undo()
        throw error
      } finally {
        depth--
      }
    },
    withoutDelay(work) {
      const usual = delay
      delay = 0
      try {
        return work()
      } finally {
        delay = usual
      }
    },
    all: () =>
      inOrder([...kinds.values()].flatMap(entries => [...entries.values()])).flatMap(entry => {
        const body = parse(entry.body)
        if (body === undefined) return []
        const { kind, key, parent, other, due } = entry
        return {
          kind,
          key,
          ...(parent === null ? {} : { parent }),
          ...(other === null ? {} : { other }),
          ...(due === null ? {} : { due }),
          body,
        }
      }),
    clear() {
      for (const [kind, entries] of kinds) for (const key of [...entries.keys()]) set(kind, key, undefined)
    },
  }
}
