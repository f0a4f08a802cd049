import { invalidModel } from '../http/graph-error.ts'
import { isObject, type Json } from '../json.ts'
import { dayMs, durationMs } from '../schema/scalars.ts'

/** An expiration says a duration, a moment or neither, as its type demands, and at most 3660 days. */
export function checkExpiration(expiration: Json | undefined, at: string): void {
  if (!isObject(expiration)) return
  const { type, duration, endDateTime } = expiration
  if (type === 'afterDuration') {
    const ms = durationMs(String(duration)) ?? 0
    if (ms <= 0) throw invalidModel(`The model is invalid. ${at}.duration is required when the type is afterDuration.`)
    if (ms > 3660 * dayMs) throw invalidModel(`The model is invalid. ${at}.duration must be at most 3660 days.`)
  } else if (duration)
    throw invalidModel(`The model is invalid. ${at}.duration does not go with the type ${String(type)}.`)
  if (type === 'afterDateTime') {
    if (!endDateTime)
      throw invalidModel(`The model is invalid. ${at}.endDateTime is required when the type is afterDateTime.`)
  } else if (endDateTime)
    throw invalidModel(`The model is invalid. ${at}.endDateTime does not go with the type ${String(type)}.`)
}
