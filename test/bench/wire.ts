import type { HttpTransport } from '@entitle/graph'

/** How the network and the tenant behave; may be changed between two measurements. */
export interface Wire {
  readonly transport: HttpTransport
  /** Milliseconds that each HTTP request takes longer. */
  latencyMs: number
  /** So many HTTP requests are answered in a second; the others are refused with 429 and `Retry-After: 1`. 0: all. */
  mostPerSecond: number
  /** What really went over the wire since it was last asked, a `$batch` being one request, and how many were refused. */
  take(): { readonly requests: number; readonly refused: number }
}

/** A transport with a latency and a throttle that can be set, counting what passes. */
export const wireTo = (inner: HttpTransport): Wire => {
  let requests = 0
  let refused = 0
  let window = { start: 0, taken: 0 }
  const isOver = (most: number): boolean => {
    const now = performance.now()
    if (now - window.start >= 1_000) window = { start: now, taken: 0 }
    window.taken += 1
    return most > 0 && window.taken > most
  }
  const wire: Wire = {
    latencyMs: 0,
    mostPerSecond: 0,
    take: () => {
      const taken = { requests, refused }
      requests = 0
      refused = 0
      return taken
    },
    transport: {
      async send(request, signal) {
        requests += 1
        if (wire.latencyMs > 0) await new Promise(resolve => setTimeout(resolve, wire.latencyMs))
        if (!isOver(wire.mostPerSecond)) return inner.send(request, signal)
        refused += 1
        const error = { code: 'TooManyRequests', message: 'Too many requests.' }
        return { status: 429, headers: { 'retry-after': '1' }, body: { error } }
      },
    },
  }
  return wire
}
