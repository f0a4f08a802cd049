import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../ports/ports.ts'

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    signal?.throwIfAborted()
    try {
      await pause(ms, undefined, signal === undefined ? {} : { signal })
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}
