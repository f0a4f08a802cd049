import { type HttpRequest, type HttpResponse, NotSentError, TransportError } from '../ports/ports.ts'
import type { Send } from './send.ts'

/** The deployment was cancelled before the request was sent. */
export const cancelled = Symbol('cancelled')

/** Graph's answer to a request, or what came instead. */
export type Answer = HttpResponse | TransportError | NotSentError | typeof cancelled

/** Whether it is aborted by now; asked anew each time. */
export const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true

/** Sends one request; that no answer comes is a value. */
export async function attempt(send: Send, request: HttpRequest, signal: AbortSignal | undefined): Promise<Answer> {
  if (isAborted(signal)) return cancelled
  try {
    return await send(request)
  } catch (error) {
    if (error instanceof TransportError || error instanceof NotSentError) return error
    if (isAborted(signal)) return cancelled
    throw error
  }
}
