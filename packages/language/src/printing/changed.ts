import type { Value } from '@entitle/graph'

/** One changed property of a plan's step, as `PropertyChange` has it. */
export interface Changed {
  readonly path: string
  readonly before?: Value
  readonly after?: Value
}

/** One line of a plan: `expires   never → 2027-06-30`. */
export interface ChangeInWords {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Lines that tell some changes together; none where there is nothing of that sort. */
export interface Told {
  readonly of: readonly Changed[]
  readonly lines: readonly ChangeInWords[]
}

export const untold: Told = { of: [], lines: [] }
