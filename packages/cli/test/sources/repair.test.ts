import type { Finding, SourceEdit } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import type { Ports } from '../../src/ports.ts'
import type { Sources } from '../../src/sources/open-sources.ts'
import { repair } from '../../src/sources/repair.ts'

const uri = 'file:///w/a.entitle'

/** Sources of one line, in which each word that `fixes` names is a finding. */
const world = (start: string, fixes: { readonly [word: string]: { readonly by: string; readonly safe: boolean } }) => {
  const texts = new Map([['/w/a.entitle', start]])
  const files = {
    writeText: async (file: string, text: string) => void texts.set(file, text),
  } as unknown as Ports['files']
  const text = () => texts.get('/w/a.entitle') ?? ''
  const findings = (): Finding[] =>
    [...text().matchAll(/\w+/g)].flatMap(({ 0: word, index }): Finding[] => {
      const fix = fixes[word]
      const range = { uri, start: { line: 0, character: index }, end: { line: 0, character: index + word.length } }
      const edits: SourceEdit[] = [{ range, text: fix?.by ?? '' }]
      if (word === 'broken')
        return [{ rule: 'syntax', severity: 'error', message: '', place: { kind: 'source', range } }]
      return fix === undefined
        ? []
        : [
            {
              rule: word,
              severity: 'warning',
              message: '',
              place: { kind: 'source', range },
              fixes: [{ title: word, safe: fix.safe, edits }],
            },
          ]
    })
  const open = async () => {
    const [now, found] = [text(), findings()]
    return { check: () => found, text: () => now } as unknown as Sources
  }
  return { text, open, run: async (how: 'safe' | 'unsafe') => repair(await open(), how, open, { files }) }
}

describe('repairing', () => {
  const fixes = { bad: { by: 'good', safe: true }, odd: { by: 'even', safe: false } }

  it('applies safe fixes only, unless told otherwise', async () => {
    const safe = world('bad odd bad', fixes)
    expect((await safe.run('safe')).applied).toHaveLength(2)
    expect(safe.text()).toBe('good odd good')
    const all = world('bad odd bad', fixes)
    expect((await all.run('unsafe')).applied.map(({ fix }) => fix.title)).toEqual(['bad', 'bad', 'odd'])
    expect(all.text()).toBe('good even good')
  })

  it('goes on with what a fix brings to light, and ends', async () => {
    const more = world('a', { a: { by: 'b', safe: true }, b: { by: 'c', safe: true } })
    await more.run('safe')
    expect(more.text()).toBe('c')
    const endless = world('a', { a: { by: 'b', safe: true }, b: { by: 'a', safe: true } })
    expect((await endless.run('safe')).applied.length).toBeLessThan(10)
  })

  it('takes back what leaves more errors than there were, and keeps what came before', async () => {
    const worse = world('bad odd', { ...fixes, odd: { by: 'broken', safe: false } })
    const { applied, undone, sources } = await worse.run('unsafe')
    expect(worse.text()).toBe('good odd')
    expect([applied.length, undone.length]).toEqual([1, 1])
    expect(sources.check().map(({ rule }) => rule)).toEqual(['odd'])
  })

  it('does nothing the second time', async () => {
    const twice = world('bad odd', fixes)
    await twice.run('unsafe')
    expect((await twice.run('unsafe')).applied).toEqual([])
  })
})
