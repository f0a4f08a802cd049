import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askEverything } from './ask-everything.ts'
import { openWorkbench } from './workbench.ts'

const folder = new URL('../format/fixtures/', import.meta.url)
const corpus = readdirSync(folder).map(name => readFileSync(new URL(name, folder), 'utf8'))

/** A source with a stretch cut out and something else put in its place: what half-typed files look like. */
const broken = fc
  .record({
    text: fc.constantFrom(...corpus),
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    put: fc.constantFrom(
      '',
      '{',
      '}',
      '"',
      '"""',
      '/*',
      '//',
      ',',
      '.',
      ' policy ',
      ' in ',
      '§',
      ' 2027-02-30 ',
      ' x.y.z ',
    ),
    cursor: fc.nat(),
  })
  .map(({ text, at, cut, put, cursor }) => {
    const start = at % text.length
    const source = text.slice(0, start) + put + text.slice(start + cut)
    return { source, offset: cursor % (source.length + 1) }
  })

it('no half-typed file breaks a feature', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async ({ source, offset }) => {
      const bench = await openWorkbench({ 'a.entitle': source, 'b.entitle': corpus[0] ?? '' })
      await askEverything(bench, bench.document('a.entitle'), offset)
      expect(bench.log).toEqual([])
    }),
    { numRuns: 120 },
  )
}, 60_000)

const whole = new URL('fixtures/constructs.entitle', import.meta.url)

it('no beginning of a file breaks a feature', async () => {
  const sources = [...corpus, readFileSync(whole, 'utf8')]
  for (const source of sources) {
    const ends = [...source.matchAll(/\s+|$/g)].map(({ index }) => index)
    for (const end of ends.filter((_, index) => index % 23 === 0)) {
      const bench = await openWorkbench({ 'a.entitle': source.slice(0, end) })
      await askEverything(bench, bench.document('a.entitle'), end)
      expect(bench.log, JSON.stringify(source.slice(Math.max(0, end - 60), end))).toEqual([])
    }
  }
}, 60_000)
