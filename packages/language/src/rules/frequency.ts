import type { Review } from '../resolve/program.ts'

type PerFrequency = { readonly [frequency in Review['frequency']]: number }

/** How often a year each frequency comes round. */
export const timesAYear: PerFrequency = { annually: 1, biannually: 2, quarterly: 4, monthly: 12, weekly: 52 }

/** The shortest time from one review to the next, in days. */
export const periodInDays: PerFrequency = { annually: 365, biannually: 181, quarterly: 89, monthly: 28, weekly: 7 }

export const frequencies = Object.keys(timesAYear) as Review['frequency'][]

/** The rarest frequency that comes round at least `times` a year. */
export const frequencyOf = (times: number): Review['frequency'] =>
  frequencies.find(frequency => timesAYear[frequency] >= times) ?? 'weekly'
