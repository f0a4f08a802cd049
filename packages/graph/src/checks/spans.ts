import { canonicalDuration } from '../kinds/duration.ts'
import type { Properties, Value } from '../model/tenant.ts'
import { part } from './check.ts'

/** The days of an ISO 8601 duration; undefined for what has no fixed length. */
export const daysIn = (duration: Value | undefined): number | undefined => {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(canonicalDuration(String(duration ?? '')))
  if (parts === null || duration === undefined || duration === null) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(each => Number(each ?? 0))
  return days + hours / 24 + minutes / 1440 + seconds / 86_400
}

/** `180 days`, `1 day`, `8 hours`. */
export const spanInWords = (days: number): string => {
  if (days >= 1 && Number.isInteger(days)) return days === 1 ? '1 day' : `${days} days`
  const hours = Math.round(days * 24)
  return hours === 1 ? '1 hour' : `${hours} hours`
}

/** When access under a policy ends. */
export type End =
  | { readonly ends: 'never' }
  | { readonly ends: 'after'; readonly days: number }
  | { readonly ends: 'on'; readonly date: string }
  | { readonly ends: 'unsaid' }

/** https://learn.microsoft.com/graph/api/resources/expirationpattern */
export const endOf = (policy: Properties | undefined): End => {
  const { type, duration, endDateTime } = part(policy, 'expiration')
  if (type === 'noExpiration') return { ends: 'never' }
  const days = daysIn(duration)
  if (type === 'afterDuration' && days !== undefined) return { ends: 'after', days }
  if (type === 'afterDateTime' && typeof endDateTime === 'string') return { ends: 'on', date: endDateTime }
  return { ends: 'unsaid' }
}

export const endInWords = (end: End): string => {
  if (end.ends === 'after') return `after ${spanInWords(end.days)}`
  return end.ends === 'on' ? `on ${end.date.slice(0, 10)}` : 'never'
}

/** How the second end lies to the first; undefined where that can't be told, since one is a date and the other a length. */
export const compareEnds = (before: End, after: End): 'later' | 'earlier' | 'same' | undefined => {
  if (before.ends === 'unsaid' || after.ends === 'unsaid') return undefined
  if (before.ends === after.ends) {
    const [a, b] = [orderOf(before), orderOf(after)]
    return a === b ? 'same' : a < b ? 'later' : 'earlier'
  }
  if (after.ends === 'never') return 'later'
  return before.ends === 'never' ? 'earlier' : undefined
}

const orderOf = (end: End): number =>
  end.ends === 'after' ? end.days : end.ends === 'on' ? Date.parse(end.date) : Number.POSITIVE_INFINITY

/** How often a review recurs, in days; undefined where it doesn't. https://learn.microsoft.com/graph/api/resources/patternedrecurrence */
export const periodOf = (settings: Properties): number | undefined => {
  const { type, interval } = part(part(part(settings, 'schedule'), 'recurrence'), 'pattern')
  const every = typeof interval === 'number' && interval > 0 ? interval : 1
  if (type === 'weekly') return every * 7
  if (type === 'absoluteMonthly') return every * 30
  if (type === 'absoluteYearly') return every * 365
  return type === 'daily' ? every : undefined
}
