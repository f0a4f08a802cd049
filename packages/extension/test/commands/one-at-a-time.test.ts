import { describe, expect, it } from 'vitest'
import { OneAtATime } from '../../src/commands/one-at-a-time.ts'
import { Refusal } from '../../src/dialogue/refusal.ts'

describe('OneAtATime', () => {
  it('refuses a second command while one works, and takes it afterwards', async () => {
    const seen: boolean[] = []
    const turn = new OneAtATime(busy => seen.push(busy))
    const gate = Promise.withResolvers<string>()
    const first = turn.take(() => gate.promise)
    await expect(turn.take(async () => 'second')).rejects.toThrow(Refusal)
    gate.resolve('first')
    expect(await first).toBe('first')
    expect(await turn.take(async () => 'third')).toBe('third')
    expect(seen).toEqual([true, false, true, false])
  })

  it('is free again after a failure', async () => {
    const turn = new OneAtATime(() => {})
    await expect(turn.take(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turn.take(async () => 1)).toBe(1)
  })
})
