import { describe, expect, it } from 'vitest'
import { randomIds, systemClock } from '../../src/web/index.ts'

describe('systemClock', () => {
  it('throws the reason of a signal, before and while sleeping', async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop')
    const stop = new AbortController()
    const sleeping = systemClock.sleep(60_000, stop.signal)
    stop.abort(new Error('stop'))
    await expect(sleeping).rejects.toThrow('stop')
  })

  it('wakes', async () => {
    await expect(systemClock.sleep(1)).resolves.toBeUndefined()
  })
})

describe('randomIds', () => {
  it('gives new GUIDs', () => {
    const [a, b] = [randomIds.next(), randomIds.next()]
    expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(a).not.toBe(b)
  })
})
