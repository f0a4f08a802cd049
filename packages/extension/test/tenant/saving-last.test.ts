import { describe, expect, it } from 'vitest'
import { savingLast } from '../../src/tenant/saving-last.ts'

/** Pauses that end when they are told to. */
const pauses = () => {
  const waiting: (() => void)[] = []
  return {
    pause: () => new Promise<void>(resolve => void waiting.push(resolve)),
    end: async () => {
      waiting.shift()?.()
      await new Promise(resolve => setImmediate(resolve))
    },
    count: () => waiting.length,
  }
}

describe('saving what changes often', () => {
  it('writes once for all that changes within a pause, and what is there by then', async () => {
    const { pause, end, count } = pauses()
    const written: number[] = []
    let state = 0
    const saving = savingLast(async () => void written.push(state), pause)
    for (state = 1; state < 5; state++) saving.save()
    await new Promise(resolve => setImmediate(resolve))
    expect(count()).toBe(1)
    await end()
    await saving.saved()
    expect(written).toEqual([5])
  })

  it('writes again what changes while it writes, one after another', async () => {
    const { pause, end } = pauses()
    const told: string[] = []
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let round = 0
    const write = async () => {
      const at = round++
      told.push(`begin ${at}`)
      await gates[at]?.promise
      told.push(`end ${at}`)
    }
    const saving = savingLast(write, pause)
    saving.save()
    await end()
    await end()
    expect(told).toEqual(['begin 0'])
    saving.save()
    const saved = saving.saved()
    gates[0]?.resolve()
    gates[1]?.resolve()
    await new Promise(resolve => setImmediate(resolve))
    await end()
    await saved
    expect(told).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1'])
  })

  it('tells of a failure, and forgets it when the next write succeeds', async () => {
    let full = true
    const write = async () => {
      if (full) throw new Error('the storage is full')
    }
    const saving = savingLast(write, async () => {})
    await saving.saved()
    saving.save()
    await expect(saving.saved()).rejects.toThrow('the storage is full')
    full = false
    saving.save()
    await saving.saved()
  })
})
