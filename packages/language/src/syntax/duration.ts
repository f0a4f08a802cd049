/** How long a unit of the language is, in minutes. */
const minutesIn: { readonly [unit: string]: number } = {
  hour: 60,
  hours: 60,
  day: 1440,
  days: 1440,
  week: 10_080,
  weeks: 10_080,
}

/** Units that people write and Graph doesn't count in, with what they come to. */
const otherUnits: { readonly [unit: string]: number } = {
  minute: 1,
  minutes: 1,
  month: 30 * 1440,
  months: 30 * 1440,
  quarter: 91 * 1440,
  quarters: 91 * 1440,
  year: 365 * 1440,
  years: 365 * 1440,
}

export interface WrittenDuration {
  readonly amount: number
  readonly unit: string
}

/** True for hours, days and weeks, in which the language counts. */
export const isUnit = (unit: string): boolean => Object.hasOwn(minutesIn, unit)

/** The unit as it is written behind that number: `day` behind 1, else `days`. */
export const unitFor = (amount: number, unit: string): string => `${unit.replace(/s$/, '')}${amount === 1 ? '' : 's'}`

/** Words that a duration may end in. */
export const unitWords: readonly string[] = Object.keys(minutesIn)

/** Minutes of a duration. A unit that the language doesn't count in (a finding by itself) is taken for what it comes to, an unknown one for days. */
export const minutesOf = (duration: WrittenDuration | undefined): number =>
  duration === undefined ? 0 : duration.amount * (minutesIn[duration.unit] ?? otherUnits[duration.unit] ?? 1440)

/** Whole days of a duration, counted up. */
export const daysOf = (duration: WrittenDuration | undefined): number => Math.ceil(minutesOf(duration) / 1440)

/** `14 days`, `1 day`, `8 hours`: minutes in the language's words, in the largest unit that fits (days, hours, else minutes). */
export const durationWords = (minutes: number): string => {
  const [amount, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return `${amount} ${unitFor(amount, unit)}`
}
