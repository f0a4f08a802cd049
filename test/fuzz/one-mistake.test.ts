import { openWorkspace } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { internals, spoken } from '../corpus/messages.ts'
import { tokenMutation } from './mutate.ts'
import { random } from './random.ts'
import { sources } from './sources.ts'

const runs = 500
const valid = sources({ valid: true })

/** Errors of reading: what can't be read, and names that nothing has because of it. */
const errorsOf = async (text: string) =>
  (await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22', rules: false }))
    .check()
    .filter(({ rule }) => rule === 'syntax')

it('one token left out, said twice or exchanged with its neighbour is nearly always one finding', async () => {
  let single = 0
  const many: string[] = []
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...valid), fc.nat(), async (text, seed) => {
      const broken = tokenMutation(text, random(seed))
      const findings = await errorsOf(broken)
      if (findings.length <= 1) single++
      if (findings.length > 3) many.push(broken)
      for (const { message } of findings) expect(spoken(message)).not.toMatch(internals)
    }),
    { numRuns: runs, seed: 20261122 },
  )
  expect(single / runs).toBeGreaterThanOrEqual(0.95)
  expect(many).toEqual([])
}, 120_000)
