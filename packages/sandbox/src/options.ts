import type { FaultRule } from './http/faults.ts'

/** How a sandbox is opened. */
export interface SandboxOptions {
  /** Path of the SQLite file that keeps the tenant; default `:memory:`, which forgets. */
  database?: string
  /** Which organisation it pretends to be; default Contoso with the domain contoso.com. */
  tenant?: { id?: string; displayName?: string; domain?: string }
  /** Default the machine's clock. */
  clock?: () => Date
  /** Where GUIDs come from, in lower case; default random. */
  ids?: () => string
  /**
   * Eventual consistency, in milliseconds of the clock: what was written can't be read, listed or referred to before.
   * Default 0.
   */
  readDelayMs?: number
  /** Artificial latency of each HTTP request in milliseconds; a `$batch` counts as one. Default 0. */
  latencyMs?: number
  /** How many objects a page holds at most; `$top` asks for fewer. Default 100. */
  pageSize?: number
  /** `off` takes requests without a token; default `required`. */
  auth?: 'required' | 'off'
  faults?: FaultRule[]
  /** More requests per second are answered 429 with `Retry-After`; default without limit. */
  throttle?: { requestsPerSecond: number }
  /** How long a resource that was added is missing from its catalog, in milliseconds of the clock. Default 0. */
  resourceDelayMs?: number
  /** How long an assignment takes to be delivered or removed, in milliseconds of the clock. Default 0. */
  assignmentDelayMs?: number
  /** Whether who creates a catalog becomes its first owner, as the service has it. Default true. */
  creatorBecomesOwner?: boolean
}
