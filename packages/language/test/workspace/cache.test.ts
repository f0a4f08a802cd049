import type { CacheStore } from '@entitle/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { arbitraryEdits, edited, pieces } from './arbitrary-edits.ts'

const today = '2026-11-22'
const uriOf = (file: number) => `file:///w/${file}.entitle`
const asData = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const memoryStore = (): CacheStore & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    read: async name => kept.get(name),
    write: async (name, text) => {
      kept.set(name, text)
    },
  }
}

const check = async (
  texts: ReadonlyMap<string, string>,
  store?: CacheStore,
  { version = '1', day = today, rules = true } = {},
) => {
  const cache = store === undefined ? {} : { cache: { store, version } }
  const workspace = await openWorkspace({ files: Object.fromEntries(texts), today: day, rules, ...cache })
  const findings = workspace.check()
  await workspace.keep()
  return asData({ findings, desired: workspace.desired() })
}

const whole = () => new Map(pieces.map((piece, file) => [uriOf(file), piece]))

describe('a workspace with a cache', () => {
  it('tells what one without would tell, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryEdits(3), { minLength: 1, maxLength: 5 }), async rounds => {
        const store = memoryStore()
        const texts = whole()
        await check(texts, store)
        for (const edits of rounds) {
          for (const edit of edits) {
            const text = edited(texts.get(uriOf(edit.file)), edit)
            if (text === undefined) texts.delete(uriOf(edit.file))
            else texts.set(uriOf(edit.file), text)
          }
          expect(await check(texts, store)).toEqual(await check(texts))
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it('writes nothing where nothing changed', async () => {
    const store = memoryStore()
    await check(whole(), store)
    const [before] = store.kept.values()
    store.kept.clear()
    await check(whole(), { ...store, read: async () => before })
    expect(store.kept.size).toBe(0)
  })

  it('looks at nothing that was kept on another day, by another version or with other options', async () => {
    const store = memoryStore()
    await check(whole(), store)
    for (const other of [{ version: '2' }, { day: '2027-06-01' }, { rules: false }]) {
      const shared = memoryStore()
      for (const [name, text] of store.kept) shared.kept.set(name, text)
      expect(await check(whole(), shared, other)).toEqual(await check(whole(), undefined, other))
    }
  })

  it.each([
    ['is empty', () => ''],
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is foreign', () => '{"version":"1"}\nx\n[]'],
    ['was tampered with', (text: string) => text.replace('Partners', 'Strangers')],
  ])('is cold where what was kept %s', async (_how, spoil) => {
    const store = memoryStore()
    await check(whole(), store)
    for (const [name, text] of store.kept) store.kept.set(name, spoil(text))
    expect(await check(whole(), store)).toEqual(await check(whole()))
  })

  it('is no worse where the store fails', async () => {
    const broken: CacheStore = {
      read: () => Promise.reject(new Error('EACCES')),
      write: () => Promise.reject(new Error('ENOSPC')),
    }
    expect(await check(whole(), broken)).toEqual(await check(whole()))
  })
})
