import { isObject, type Json } from '../json.ts'
import { dayMs } from '../schema/scalars.ts'

/** When something recurs: the moment it first happens, in milliseconds since 1970, and the pattern after that. */
export interface Series {
  readonly start: number
  readonly recurrence: Json
}

/**
 * The moment of the nth occurrence, counted from 0, or undefined when there are not so many. Reviews recur by `weekly` and
 * `absoluteMonthly` only: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings
 */
export function occurrence({ start, recurrence }: Series, n: number): number | undefined {
  const { pattern, range } = isObject(recurrence) ? recurrence : {}
  if (!isObject(pattern)) return n === 0 ? start : undefined
  const at = step(start, String(pattern.type), Math.max(1, Number(pattern.interval)) * n, Number(pattern.dayOfMonth))
  return at !== undefined && isWithin(at, n, range) ? at : undefined
}

function step(start: number, type: string, count: number, dayOfMonth: number): number | undefined {
  if (type === 'weekly') return start + count * 7 * dayMs
  if (type !== 'absoluteMonthly') return undefined
  const from = new Date(start)
  const month = new Date(start)
  month.setUTCDate(1)
  month.setUTCMonth(from.getUTCMonth() + count)
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  month.setUTCDate(Math.min(dayOfMonth >= 1 ? dayOfMonth : from.getUTCDate(), last))
  return month.getTime()
}

function isWithin(at: number, n: number, range: Json | undefined): boolean {
  if (!isObject(range)) return true
  if (range.type === 'endDate') return at < Date.parse(String(range.endDate)) + dayMs
  return range.type !== 'numbered' || n < Number(range.numberOfOccurrences)
}

/**
 * The first occurrence that is not before `now`; one that was due earlier on the same day still counts, unless it has
 * happened: `last` is the moment of the last one that has.
 */
export function nextOccurrence(
  series: Series,
  now: number,
  last = Number.NEGATIVE_INFINITY,
): { readonly n: number; readonly at: number } | undefined {
  const today = now - (now % dayMs)
  for (let n = 0; ; n++) {
    const at = occurrence(series, n)
    if (at === undefined) return undefined
    if (at <= last) continue
    if (at >= today || !isObject(series.recurrence) || !isObject(series.recurrence.pattern)) return { n, at }
  }
}
