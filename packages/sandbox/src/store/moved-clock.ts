import type { Documents } from './documents.ts'

/** The tenant's own time: a clock, and how far the tenant has been moved from it, which is kept with the tenant. */
export interface MovedClock {
  now(): Date
  /** Milliseconds that the tenant is ahead of the clock, or behind it when negative. */
  offset(): number
  move(ms: number): void
  /** Reads again how far it was moved: another process may have done so. */
  refresh(): void
}

export function movedClock(clock: () => Date, store: () => Documents): MovedClock {
  let offset = 0
  return {
    now: () => new Date(clock().getTime() + offset),
    offset: () => offset,
    move(ms) {
      offset += ms
      store().withoutDelay(() => store().put('clock', { id: 'clock', offset }))
    },
    refresh() {
      offset = Number(store().latest('clock', 'clock')?.offset ?? 0)
    },
  }
}
