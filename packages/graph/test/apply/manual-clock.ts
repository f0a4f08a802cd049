import type { Clock } from '../../src/ports/ports.ts'

/** A clock that only waiting moves: who sleeps wakes at once, later. `slept` has every wait in its order. */
export function manualClock(start = '2026-06-01T08:00:00Z') {
  let now = Date.parse(start)
  const slept: number[] = []
  const clock: Clock = {
    now: () => new Date(now),
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      slept.push(ms)
      const wake = now + ms
      await new Promise(resolve => setImmediate(resolve))
      signal?.throwIfAborted()
      now = Math.max(now, wake)
    },
  }
  const move = (ms: number): void => {
    now += ms
  }
  return { clock, slept, move, elapsed: () => now - Date.parse(start) }
}
