import { counted } from './fields.ts'

const minuteOf = { D: 1440, H: 60, M: 1 } as const

/** Minutes of an ISO 8601 duration of weeks, days, hours, minutes (`P14D`, `PT8H`); undefined for any other form. */
export const minutesOf = (iso: string): number | undefined => {
  const week = /^P(\d+)W$/.exec(iso)
  if (week !== null) return Number(week[1]) * 7 * minuteOf.D
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/.exec(iso)
  if (match === null || iso === 'P' || iso.endsWith('T')) return undefined
  return Number(match[1] ?? 0) * minuteOf.D + Number(match[2] ?? 0) * minuteOf.H + Number(match[3] ?? 0)
}

/** A length of time as the language writes it: `14 days`, `8 hours`; what fits neither in whole numbers in minutes. */
export const minutesInWords = (minutes: number): string => {
  if (minutes % minuteOf.D === 0) return counted(minutes / minuteOf.D, 'day')
  if (minutes % minuteOf.H === 0) return counted(minutes / minuteOf.H, 'hour')
  return counted(minutes, 'minute')
}

/** An ISO 8601 duration in the language's words; one of another form as it stands. */
export const durationInWords = (iso: string): string => {
  const minutes = minutesOf(iso)
  return minutes === undefined ? iso : minutesInWords(minutes)
}

/** A date-time in the language's words: the end of a day (UTC) is its date alone, another time follows the date. */
export const momentInWords = (iso: string): string => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(iso)
  if (match === null) return iso
  const [, date = iso, time] = match
  return time === undefined || time === '23:59' ? date : `${date} ${time}`
}
