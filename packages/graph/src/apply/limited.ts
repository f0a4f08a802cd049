import { type Clock, type HttpRequest, type HttpResponse, type HttpTransport, TransportError } from '../ports/ports.ts'
import { isAborted } from './attempt.ts'
import { backoff, failing, throttledTries, tries } from './backoff.ts'
import { batchAnswers, batchParts } from './batch.ts'
import { gate } from './gate.ts'
import { remaining } from './remaining.ts'
import { isReading, isRepeatable } from './repeatable.ts'
import { retryAfter } from './retry-after.ts'

/** What is waited for: `throttled` holds every request back, `retry` one. */
export interface Wait {
  readonly why: 'throttled' | 'retry'
  readonly milliseconds: number
}

export interface LimitOptions {
  readonly onWait?: (wait: Wait) => void
  /** How many requests are under way at a time; default 4. */
  readonly concurrency?: number
}

/** A transport that keeps to Graph's limits. One of it serves a whole process. */
export interface LimitedTransport extends HttpTransport {
  /** HTTP requests sent so far; a `$batch` is one. */
  readonly requests: number
  /** Tells of each wait until the returned function is called. */
  watch(onWait: (wait: Wait) => void): () => void
}

const known = new WeakSet<HttpTransport>()
const isLimited = (transport: HttpTransport): transport is LimitedTransport => known.has(transport)

/**
 * Sends at most `concurrency` requests at a time, holds all of them back as long as Graph asks for with Retry-After, and
 * repeats what may be repeated: everything on 429, and what is safe to repeat on 500, 502, 503, 504 and lost answers.
 * While the network is down, requests after the first that was given up are tried once each.
 * Parts of a `$batch` are treated likewise, one by one. A POST that may have taken effect is never repeated here: its
 * answer, or its {@link TransportError}, goes to the caller. A limited transport is returned as it is.
 * Aborting the signal ends every wait, throwing its reason where nothing had been done; a write under way is waited for.
 * @see https://learn.microsoft.com/graph/throttling
 */
export function limited(transport: HttpTransport, clock: Clock, options: LimitOptions = {}): LimitedTransport {
  const watchers = new Set<(wait: Wait) => void>(options.onWait === undefined ? [] : [options.onWait])
  if (isLimited(transport)) {
    for (const watcher of watchers) transport.watch(watcher)
    return transport
  }
  const tell = (wait: Wait) => {
    for (const watcher of watchers) watcher(wait)
  }
  const turnstile = gate(clock, options.concurrency ?? 4, milliseconds => tell({ why: 'throttled', milliseconds }))
  let requests = 0
  /** The network seems to be down: what was tried again and again got no answer, and nothing has got one since. */
  let down = false

  /** Heeds the answer before the next request may pass. */
  const once = (request: HttpRequest, attempt: number, signal?: AbortSignal): Promise<HttpResponse | TransportError> =>
    turnstile.pass(async () => {
      requests += 1
      try {
        const answer = await transport.send(request, isReading(request) ? signal : undefined)
        down = false
        turnstile.hold(Math.max(...[answer, ...batchAnswers(answer).values()].map(each => asked(each, attempt, clock))))
        return answer
      } catch (error) {
        if (error instanceof TransportError) return error
        throw error
      }
    }, signal)

  const retry = async (attempt: number, signal?: AbortSignal): Promise<void> => {
    tell({ why: 'retry', milliseconds: backoff(attempt) })
    await clock.sleep(backoff(attempt), signal)
  }

  const whole = async (request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> => {
    const repeatable = isRepeatable(request)
    let unsure: HttpResponse | TransportError | undefined
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await once(request, attempt, signal)
        const lost = answer instanceof TransportError
        const again = (lost ? !down : failing.has(answer.status)) && repeatable && attempt + 1 < tries
        const throttled = !lost && answer.status === 429 && attempt + 1 < throttledTries
        down ||= lost && repeatable && !again
        if (!again && !throttled) return given(answer)
        if (again) unsure = answer
        if (lost || asked(answer, attempt, clock) === 0) await retry(attempt, signal)
      } catch (error) {
        if (isAborted(signal) && unsure !== undefined && !isReading(request)) return given(unsure)
        throw error
      }
    }
  }

  const limitedTransport: LimitedTransport = {
    get requests() {
      return requests
    },
    watch(onWait) {
      watchers.add(onWait)
      return () => void watchers.delete(onWait)
    },
    async send(request, signal) {
      const response = await whole(request, signal)
      const parts = batchParts(request)
      return parts === undefined || response.status !== 200
        ? response
        : remaining(parts, response, {
            send: again => whole(again, signal),
            wait: async (answers, attempt) => {
              if (answers.every(answer => asked(answer, attempt, clock) === 0)) await retry(attempt, signal)
            },
            aborted: () => isAborted(signal),
          })
    },
  }
  known.add(limitedTransport)
  return limitedTransport
}

function given(answer: HttpResponse | TransportError): HttpResponse {
  if (answer instanceof TransportError) throw answer
  return answer
}

/** For how many milliseconds an answer holds everything back: what it asks for, or a guess where it only says 429. */
function asked({ status, headers }: HttpResponse, attempt: number, clock: Clock): number {
  if (status !== 429 && status !== 503 && status !== 504) return 0
  return retryAfter(headers, clock.now()) ?? (status === 429 ? backoff(attempt) : 0)
}
