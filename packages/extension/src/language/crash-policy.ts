/** So many crashes within this time, in milliseconds, are taken for a lasting fault. */
const limit = { crashes: 4, within: 3 * 60_000 }

/** Decides after each crash whether starting again makes sense. */
export class CrashPolicy {
  #crashes: readonly number[] = []

  /** Notes a crash at a time in milliseconds; true where the server should be started again. */
  mayRestart(now: number): boolean {
    this.#crashes = [...this.#crashes.filter(time => now - time < limit.within), now]
    return this.#crashes.length < limit.crashes
  }

  /** Forgets the crashes, because a person asked for a new start. */
  reset(): void {
    this.#crashes = []
  }
}
