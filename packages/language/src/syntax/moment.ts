/** A date as written, with a time of day perhaps. */
export interface WrittenMoment {
  readonly date: string
  readonly time?: string | undefined
}

/** True where the calendar has that day: 2027-02-30 isn't one. */
export const isDate = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** True for 00:00 to 23:59. */
export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)

/** The last day of the month that `date` names, where the month exists: `2027-02-28` for `2027-02-30`. */
export const lastDayOfMonth = (date: string): string | undefined => {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return month >= 1 && month <= 12
    ? `${date.slice(0, 7)}-${String(daysInMonth(year, month)).padStart(2, '0')}`
    : undefined
}

/** The end of something: a bare date is the end of that day in UTC. */
export const endingAt = ({ date, time }: WrittenMoment): string =>
  `${date}T${time === undefined ? '23:59:59' : `${time}:00`}Z`

/** The start of something: a bare date is the start of that day in UTC. */
export const startingAt = ({ date, time }: WrittenMoment): string => `${date}T${time ?? '00:00'}:00Z`

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
