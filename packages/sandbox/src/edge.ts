/** The machine's clock, where no other is handed in. */
export const systemClock = (): Date => new Date()

/** Random GUIDs, where no other source is handed in. */
export const randomIds = (): string => crypto.randomUUID()

/** Lets other work of the event loop run for `ms` milliseconds: at least one macrotask, also when 0. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => (ms > 0 ? setTimeout(resolve, ms) : nextTurn(resolve)))
}

/** Browsers have no setImmediate, and let a timer wait for some milliseconds. */
const nextTurn = globalThis.setImmediate ?? setTimeout

/** Waits `ms` milliseconds, or until the signal aborts, whichever comes first. */
export function pauseUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
