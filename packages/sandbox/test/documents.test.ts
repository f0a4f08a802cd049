import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import type { Documents, Links, ListOptions } from '../src/store/documents.ts'
import { memoryDocuments } from '../src/store/memory-documents.ts'
import { sqliteDocuments } from '../src/store/sqlite-documents.ts'

type Act =
  | { readonly is: 'put'; readonly kind: string; readonly id: string; readonly name: string; readonly links: Links }
  | { readonly is: 'remove' | 'clearDue'; readonly kind: string; readonly id: string }
  | { readonly is: 'wait'; readonly ms: number }
  | { readonly is: 'clear' }
  | { readonly is: 'transaction'; readonly acts: readonly Act[]; readonly fails: boolean }
  | { readonly is: 'withoutDelay'; readonly acts: readonly Act[] }

const kinds = ['catalog', 'package']
const ids = ['a', 'b', 'c', 'd']
const parents = ['p', 'q']
const names = ['Sales', 'sales', 'Shop']

const kind = fc.constantFrom(...kinds)
const id = fc.constantFrom(...ids)
const links = fc.record(
  {
    parent: fc.constantFrom(...parents),
    other: fc.constantFrom(...parents),
    key: fc.constantFrom('k', 'l'),
    due: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  },
  { requiredKeys: [] },
)
const single: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('put' as const), kind, id, name: fc.constantFrom(...names), links }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('remove' as const, 'clearDue' as const), kind, id }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 1, arbitrary: fc.constant({ is: 'clear' as const }) },
)
const several = fc.array(single, { maxLength: 6 })
const grouped = (acts: fc.Arbitrary<readonly Act[]>): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.record({ is: fc.constant('transaction' as const), acts, fails: fc.boolean() }),
    fc.record({ is: fc.constant('withoutDelay' as const), acts }),
  )
const acts = fc.array(
  fc.oneof(single, grouped(several), grouped(fc.array(fc.oneof(single, grouped(several)), { maxLength: 4 }))),
  { maxLength: 12 },
)

/** One sort of documents with its clock; what a failed transaction says is swallowed where it ends. */
const player = (make: (clock: () => Date) => Documents) => {
  let now = 1_000
  const store = make(() => new Date(now))
  const play = (act: Act): unknown => {
    switch (act.is) {
      case 'put':
        return store.put(act.kind, { id: act.id, displayName: act.name }, act.links)
      case 'remove':
        return store.remove(act.kind, act.id)
      case 'clearDue':
        return store.clearDue(act.kind, act.id)
      case 'wait':
        now += act.ms
        return undefined
      case 'clear':
        return store.clear()
      case 'withoutDelay':
        return store.withoutDelay(() => act.acts.forEach(play))
      case 'transaction':
        try {
          store.transaction(() => {
            act.acts.forEach(play)
            if (act.fails) throw new Error('It fails.')
          })
        } catch {
          // What matters is what is left of it.
        }
        return undefined
    }
  }
  return { store, play }
}

const options: readonly ListOptions[] = [
  {},
  { limit: 2 },
  ...parents.flatMap(parent => [{ parent }, { other: parent }, { parent, name: 'SALES' }]),
  { name: 'shop', limit: 1 },
]

/** All that can be asked. Places in the order of creation are told by rank: how they are counted is nobody's business. */
const seen = ({ store }: ReturnType<typeof player>) => ({
  all: store.all(),
  due: [0, 10, 25, 40].map(now => store.nextDue(now)),
  each: kinds.flatMap(kind => [...ids, 'k', 'l'].map(key => [store.get(kind, key), store.latest(kind, key)])),
  lists: kinds.flatMap(kind =>
    options.flatMap(option =>
      [store.list(kind, option), store.listLatest(kind, option)].map(rows => rows.map(r => r.doc)),
    ),
  ),
  after: kinds.flatMap(kind => {
    const rows = store.listLatest(kind)
    return rows.map(({ seq }) => store.listLatest(kind, { after: seq }).map(({ doc }) => doc))
  }),
})

describe.each([0, 5])('documents in memory, with a read delay of %i ms', delay => {
  it('are those that SQLite keeps, whatever is done to both', () => {
    fc.assert(
      fc.property(acts, story => {
        const database = openDatabase(':memory:')
        try {
          const one = player(clock => sqliteDocuments(database, clock, delay))
          const two = player(clock => memoryDocuments(clock, delay))
          for (const act of story) {
            one.play(act)
            two.play(act)
            expect(seen(two)).toEqual(seen(one))
          }
        } finally {
          database.close()
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('documents in memory', () => {
  it('are not changed by changing what was handed in or out', () => {
    const store = memoryDocuments(() => new Date(0), 0)
    const doc = { id: 'a', parts: [1] }
    store.put('catalog', doc)
    doc.parts.push(2)
    expect(store.get('catalog', 'a')).toEqual({ id: 'a', parts: [1] })
    const read = store.get('catalog', 'a')
    Object.assign(read ?? {}, { parts: [] })
    expect(store.list('catalog')[0]?.doc).toEqual({ id: 'a', parts: [1] })
  })
})
