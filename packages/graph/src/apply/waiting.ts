import type { Clock } from '../ports/ports.ts'
import { isAborted } from './attempt.ts'
import type { ApplyEvent } from './outcome.ts'

type Why = Extract<ApplyEvent, { readonly type: 'waiting' }>['why']

/** Waits, says so, and adds up how much of the time went by waiting; waits side by side count once. */
export interface Waiting {
  /** False where the deployment was cancelled meanwhile. */
  sleep(why: Why, milliseconds: number, step?: string): Promise<boolean>
  /** A wait that somebody else does. */
  note(why: Why, milliseconds: number, step?: string): void
  readonly milliseconds: number
}

export function waiting(clock: Clock, tell: (event: ApplyEvent) => void, signal?: AbortSignal): Waiting {
  let total = 0
  let until = 0
  const note: Waiting['note'] = (why, milliseconds, step) => {
    const now = clock.now().getTime()
    total += Math.max(0, now + milliseconds - Math.max(now, until))
    until = Math.max(until, now + milliseconds)
    tell({ type: 'waiting', why, milliseconds, ...(step === undefined ? {} : { step }) })
  }
  return {
    note,
    async sleep(why, milliseconds, step) {
      if (isAborted(signal)) return false
      note(why, milliseconds, step)
      try {
        await clock.sleep(milliseconds, signal)
        return true
      } catch (error) {
        if (isAborted(signal)) return false
        throw error
      }
    },
    get milliseconds() {
      return total
    },
  }
}

/** 250 ms, 500 ms, 1 s, 2 s, 4 s, then 5 s each. */
export const growing = (attempt: number): number => Math.min(250 * 2 ** attempt, 5000)
