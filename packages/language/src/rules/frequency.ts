import type { Review } from '../resolve/program.ts'

/** How often a year each frequency comes round. */
export const timesAYear: { readonly [frequency in Review['frequency']]: number } = {
  annually: 1,
  biannually: 2,
  quarterly: 4,
  monthly: 12,
  weekly: 52,
}

export const frequencies = Object.keys(timesAYear) as Review['frequency'][]

/** The rarest frequency that comes round at least `times` a year. */
export const frequencyOf = (times: number): Review['frequency'] =>
  frequencies.find(frequency => timesAYear[frequency] >= times) ?? 'weekly'
