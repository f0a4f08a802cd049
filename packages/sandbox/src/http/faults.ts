import type { JsonObject } from '../json.ts'

/** What goes wrong. */
export type Fault =
  /** Answers at once with this status; nothing is carried out. `retryAfter` is in seconds. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: number
      readonly code?: string
      readonly message?: string
    }
  /** Asks for a token with these claims, as Conditional Access does (401); nothing is carried out. */
  | { readonly kind: 'challenge'; readonly claims: JsonObject }
  /** Breaks the connection; nothing is carried out. */
  | { readonly kind: 'cut' }
  /** Carries the request out, then breaks the connection. */
  | { readonly kind: 'commit-then-cut' }
  /** Carries the request out, then answers with an error of this status. */
  | { readonly kind: 'commit-then-status'; readonly status: number }
  /** Keeps the client waiting for `ms` milliseconds, then breaks the connection; nothing is carried out. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** Carries the request out and answers `ms` milliseconds late. */
  | { readonly kind: 'late'; readonly ms: number }

/** When something goes wrong, as data. */
export interface FaultRule {
  /** The first matching request to hit, counted from 1 since the rule was added; default the next one. */
  readonly nth?: number
  readonly method?: string
  /** Found anywhere in the path with its query. */
  readonly path?: RegExp | string
  /** How many matching requests to hit; default 1. */
  readonly times?: number
  /** Whether the rule is about requests within a `$batch` rather than HTTP requests. There, what would cut or hang the
   * connection becomes a sub-response with status 503 or, once committed, 504. */
  readonly batch?: boolean
  readonly do: Fault
}

interface Armed {
  readonly rule: FaultRule
  seen: number
  hits: number
}

/** Keeps the rules and says which one, if any, a request runs into. */
export class FaultScript {
  private armed: Armed[] = []

  add(rule: FaultRule): void {
    this.armed.push({ rule, seen: 0, hits: 0 })
  }

  clear(): void {
    this.armed = []
  }

  next(request: { readonly method: string; readonly path: string; readonly batch: boolean }): Fault | undefined {
    let hit: Fault | undefined
    for (const armed of this.armed) {
      const { rule } = armed
      if (!matches(rule, request)) continue
      armed.seen++
      if (hit || armed.seen < (rule.nth ?? 1) || armed.hits >= (rule.times ?? 1)) continue
      armed.hits++
      hit = rule.do
    }
    return hit
  }
}

function matches(
  rule: FaultRule,
  request: { readonly method: string; readonly path: string; readonly batch: boolean },
): boolean {
  if ((rule.batch ?? false) !== request.batch) return false
  if (rule.method && rule.method.toUpperCase() !== request.method) return false
  if (rule.path === undefined) return true
  return typeof rule.path === 'string'
    ? request.path.includes(rule.path)
    : new RegExp(rule.path.source, rule.path.flags.replace('g', '')).test(request.path)
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'Authorization_RequestDenied',
  404: 'ResourceNotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
}

export const codeOfStatus = (status: number): string => codes[status] ?? 'UnknownError'
