import { minutesInWords } from '../duration-words.ts'

/** A length of time in the language's words. `exact` is false where the language had to take another one. */
export interface WrittenLength {
  readonly words: string
  readonly exact: boolean
}

const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const day = 1440

/**
 * An ISO 8601 duration in whole hours or days; one that isn't is taken up to the next whole hour, years and months are taken for 365 and
 * 30 days. Undefined for no time at all, and for what is no duration.
 */
export const writtenLength = (duration: string): WrittenLength | undefined => inWhole(60, duration)

/** The same in whole days. */
export const writtenDays = (duration: string): WrittenLength | undefined => inWhole(day, duration)

const inWhole = (unit: number, duration: string): WrittenLength | undefined => {
  const parts = iso.exec(duration)
  if (parts === null) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map(part => Number(part ?? 0))
  const total = (years * 365 + months * 30 + weeks * 7 + days) * day + hours * 60 + minutes + seconds / 60
  const whole = Math.ceil(total / unit) * unit
  if (whole === 0) return undefined
  return { words: minutesInWords(whole), exact: years === 0 && months === 0 && whole === total }
}
