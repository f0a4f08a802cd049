import { expect, it } from 'vitest'
import { mutated } from './mutate.ts'
import { random } from './random.ts'
import { sources } from './sources.ts'
import { torture } from './torture.ts'

const runs = 150

it('no source, however broken, breaks reading, checking or formatting (`node scripts/fuzz.ts` goes on for longer)', async () => {
  const texts = sources({ valid: false })
  const wrong: string[] = []
  for (let seed = 1; seed <= runs; seed++) {
    const dice = random(seed)
    const text = mutated(dice.pick(texts) ?? '', dice)
    const found = await torture(text, () => performance.now())
    if (found !== undefined) wrong.push(`seed ${seed}: ${found}`)
  }
  expect(wrong).toEqual([])
}, 120_000)
