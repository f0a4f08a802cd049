/** A date to offer, with what it is. */
export interface OfferedDate {
  readonly date: string
  readonly what: string
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** Dates that people write often, from today on: today, the ends of this and the next three quarters, in a year. */
export const offeredDates = (today: string): readonly OfferedDate[] => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const quarter = Math.floor((month - 1) / 3)
  const ends = [0, 1, 2, 3].map(ahead => {
    const last = iso(year, (quarter + ahead + 1) * 3, 0)
    return { date: last, what: `end of quarter ${((quarter + ahead) % 4) + 1} of ${last.slice(0, 4)}` }
  })
  const dates = [{ date: today, what: 'today' }, ...ends, { date: iso(year + 1, month - 1, day), what: 'in a year' }]
  return dates.filter(({ date }, index) => dates.findIndex(other => other.date === date) === index)
}

/** The date so many minutes after the start of a day; undefined for one that no calendar of four-digit years has. */
export const dateAfter = (day: string, minutes: number): string | undefined => {
  const time = Date.parse(day) + Math.ceil(minutes / 1440) * 86_400_000
  return time < Date.parse('+010000-01-01') ? new Date(time).toISOString().slice(0, 10) : undefined
}

/** The first day of the next month, when reviews like to start. */
export const firstOfNextMonth = (today: string): string => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return iso(year, month, 1)
}
