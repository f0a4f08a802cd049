import type { SuggestedName } from '@entitle/graph'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NameLookup, type NameSource } from '../../src/directory/name-lookup.ts'

const called = (name: string): SuggestedName => ({
  name,
  label: name,
  detail: '',
  about: '',
  id: `id of ${name}`,
  shared: false,
})
const group = (prefix: string) => ({ query: { kind: 'group', prefix } as const })
const never = new AbortController().signal

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A directory of groups that begin with what is typed. */
const looking = (more: Partial<NameSource> = {}, complete = true) => {
  const asked: string[] = []
  const log: string[] = []
  let sources = 0
  const source: NameSource = {
    key: 'here',
    title: 'the sandbox tenant',
    find: async ({ prefix }) => {
      asked.push(prefix)
      const names = ['Sales', 'Salaries', 'Desk'].filter(name => name.toLowerCase().startsWith(prefix.toLowerCase()))
      return { names: names.map(called), complete }
    },
    ...more,
  }
  const sourceOf = async () => {
    sources += 1
    return source
  }
  const lookup = new NameLookup(sourceOf, { debug: (text: string) => void log.push(text) })
  const ask = async (prefix: string, signal = never) => {
    const answer = lookup.answer(group(prefix), signal)
    await vi.advanceTimersByTimeAsync(100)
    const found = await answer
    return found?.names.map(({ name }) => name) ?? null
  }
  return { lookup, ask, asked, log, sources: () => sources }
}

describe('names', () => {
  it('come from the directory, with where they were found', async () => {
    const { lookup } = looking()
    const answer = lookup.answer(group('Des'), never)
    await vi.advanceTimersByTimeAsync(100)
    expect(await answer).toEqual({ names: [called('Desk')], complete: true, source: 'the sandbox tenant' })
  })

  it('are asked for once, for some minutes, whoever is signed in too', async () => {
    const { ask, asked, sources } = looking()
    expect(await ask('sal')).toEqual(['Sales', 'Salaries'])
    expect(await ask('SAL')).toEqual(['Sales', 'Salaries'])
    expect([asked, sources()]).toEqual([['sal'], 1])
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    await ask('sal')
    expect([asked, sources()]).toEqual([['sal', 'sal'], 2])
  })

  it('are not asked for again as one types on, once all that fit are known', async () => {
    const { ask, asked } = looking()
    await ask('s')
    expect(await ask('sale')).toEqual(['Sales', 'Salaries'])
    expect(asked).toEqual(['s'])
  })

  it('are asked for again as one types on, where there are more', async () => {
    const { ask, asked } = looking({}, false)
    await ask('s')
    expect(await ask('sale')).toEqual(['Sales'])
    expect(asked).toEqual(['s', 'sale'])
  })

  it('of sites are asked for with each letter, of which only the last words count', async () => {
    const asked: string[] = []
    const { lookup } = looking({
      find: async ({ prefix }) => {
        asked.push(prefix)
        return { names: [], complete: true }
      },
    })
    for (const prefix of ['https://c/sites', 'https://c/sites/fin']) {
      const answer = lookup.answer({ query: { kind: 'site', prefix } }, never)
      await vi.advanceTimersByTimeAsync(100)
      await answer
    }
    expect(asked).toHaveLength(2)
  })

  it('of roles belong to their application', async () => {
    const { lookup, asked } = looking()
    for (const of of ['CRM', 'ERP', 'CRM']) {
      const answer = lookup.answer({ query: { kind: 'role', of, prefix: '' } }, never)
      await vi.advanceTimersByTimeAsync(100)
      await answer
    }
    expect(asked).toHaveLength(2)
  })

  it('are forgotten when somebody signs in or out', async () => {
    const { ask, asked, lookup, sources } = looking()
    await ask('sal')
    lookup.forget()
    await ask('sal')
    expect([asked.length, sources()]).toEqual([2, 2])
  })
})

describe('whoever types', () => {
  it('does not wait for a slow directory, and gets its names with the next letter', async () => {
    const slow = Promise.withResolvers<{ names: SuggestedName[]; complete: boolean }>()
    const { lookup, ask } = looking({ find: () => slow.promise })
    const answer = lookup.answer(group('s'), never)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await answer).toMatchObject({ names: [], complete: false })
    slow.resolve({ names: [called('Sales')], complete: true })
    await vi.advanceTimersByTimeAsync(0)
    expect(await ask('sa')).toEqual(['Sales'])
  })

  it('does not wait for a slow sign-in either', async () => {
    const lookup = new NameLookup(() => new Promise(() => {}), { debug: () => {} })
    const answer = lookup.answer(group('s'), never)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await answer).toMatchObject({ complete: false })
  })

  it('makes no request where they type on at once', async () => {
    const { lookup, asked } = looking()
    const typing = new AbortController()
    const answer = lookup.answer(group('s'), typing.signal)
    await vi.advanceTimersByTimeAsync(50)
    typing.abort()
    expect(await answer).toBe(null)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([])
  })

  it('asks once where the same is asked twice at a time', async () => {
    const slow = Promise.withResolvers<{ names: SuggestedName[]; complete: boolean }>()
    let count = 0
    const find = () => {
      count += 1
      return slow.promise
    }
    const { lookup } = looking({ find })
    const both = [lookup.answer(group('s'), never), lookup.answer(group('s'), never)]
    await vi.advanceTimersByTimeAsync(100)
    slow.resolve({ names: [called('Sales')], complete: true })
    expect(await Promise.all(both)).toHaveLength(2)
    expect(count).toBe(1)
  })

  it('is not answered with what was found before somebody else signed in', async () => {
    const slow = Promise.withResolvers<{ names: SuggestedName[]; complete: boolean }>()
    const find = vi.fn<NameSource['find']>(() => slow.promise)
    const { lookup, ask } = looking({ find })
    const before = lookup.answer(group('s'), never)
    await vi.advanceTimersByTimeAsync(100)
    lookup.forget()
    slow.resolve({ names: [called('Theirs')], complete: true })
    await before
    find.mockResolvedValue({ names: [called('Ours')], complete: true })
    expect(await ask('s')).toEqual(['Ours'])
  })

  it('gets none where there is no directory, or it says no', async () => {
    const none = new NameLookup(async () => undefined, { debug: () => {} })
    expect(await none.answer(group('s'), never)).toBe(null)
    const failing = new NameLookup(
      async () => {
        throw new Error('Anna is not signed in')
      },
      { debug: () => {} },
    )
    expect(await failing.answer(group('s'), never)).toBe(null)
  })

  it('asks no directory again that said no, and no name is logged', async () => {
    const find = vi.fn<NameSource['find']>(async ({ prefix }) => ({
      failure: { status: 403, code: 'Forbidden', message: `you may not see ${prefix}` },
    }))
    const { ask, log } = looking({ find })
    expect(await ask('Secret')).toBe(null)
    expect(await ask('Secret')).toBe(null)
    expect(find).toHaveBeenCalledTimes(1)
    expect(log).toEqual(['Names (group) of the sandbox tenant could not be read: 403 Forbidden.'])
    find.mockRejectedValue(new TypeError('no route to Secret2'))
    expect(await ask('Secret2')).toBe(null)
    expect(log.at(-1)).toBe('Names (group) of the sandbox tenant could not be read (TypeError).')
  })
})
