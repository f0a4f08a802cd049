import type { HttpTransport } from '@entitle/graph'
import type { FaultRule } from '@entitle/sandbox'

export type Fault = FaultRule['do']

/** What can happen to a request, once. */
export const faults: { readonly [name: string]: Fault } = {
  'is carried out and its answer lost': { kind: 'commit-then-cut' },
  'is cut': { kind: 'cut' },
  'is throttled for five minutes': { kind: 'status', status: 429, retryAfter: 300 },
  'is answered 500': { kind: 'status', status: 500 },
  'is answered 503 with Retry-After': { kind: 'status', status: 503, retryAfter: 60 },
  'is answered 504 after it was carried out': { kind: 'commit-then-status', status: 504 },
}

/** What can happen to a request inside a `$batch`. */
export const inside: { readonly [name: string]: Fault } = {
  'is throttled for five minutes': { kind: 'status', status: 429, retryAfter: 300 },
  'is answered 500': { kind: 'status', status: 500 },
  'is answered 503': { kind: 'status', status: 503 },
  'is answered 504 after it was carried out': { kind: 'commit-then-status', status: 504 },
}

/** A transport that carries the nth write out twice, as a network in between may; the second answer is the one that arrives. */
export function doubling(transport: HttpTransport, nth: number): HttpTransport {
  let sent = 0
  return {
    async send(request, signal) {
      if (request.method !== 'GET') sent += 1
      const first = await transport.send(request, signal)
      return request.method !== 'GET' && sent === nth ? transport.send(request, signal) : first
    },
  }
}
