/** Refuses what goes beyond a number of requests per second of the sandbox's clock. */
export class Throttle {
  private readonly perSecond: number
  private readonly recent: number[] = []

  constructor(requestsPerSecond: number | undefined) {
    this.perSecond = requestsPerSecond ?? Number.POSITIVE_INFINITY
  }

  /** How many seconds to wait, or undefined when the request may pass. */
  refuse(now: Date): number | undefined {
    if (!Number.isFinite(this.perSecond)) return undefined
    const at = now.getTime()
    while (this.recent[0] !== undefined && this.recent[0] <= at - 1000) this.recent.shift()
    if (this.recent.length >= this.perSecond) return 1
    this.recent.push(at)
    return undefined
  }
}
