/** How often a request is sent in all when Graph fails or gives no answer. */
export const tries = 6

/** How often a request is sent in all when Graph turns it away for now (429). */
export const throttledTries = 10

/** Statuses of a failure that may pass. */
export const failing: ReadonlySet<number> = new Set([500, 502, 503, 504])

/** Milliseconds before the next try where Graph names no time: 1 s, 2 s, 4 s … at most 32 s. */
export const backoff = (attempt: number): number => Math.min(1000 * 2 ** attempt, 32_000)
