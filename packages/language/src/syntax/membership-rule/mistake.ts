/** What is wrong with a piece of a membership rule; offsets count from the rule's start. */
export interface RuleMistake {
  /** `deprecated`: it works, and won't for long. */
  readonly kind: 'malformed' | 'unknown attribute' | 'deprecated'
  readonly start: number
  readonly end: number
  /** A whole sentence or two. */
  readonly message: string
  /** What should stand there instead, where that is known. */
  readonly replacement?: string
}

/** Where a mistake lies. */
export type Stretch = Pick<RuleMistake, 'start' | 'end'>

export const malformed = ({ start, end }: Stretch, message: string, replacement?: string): RuleMistake => ({
  kind: 'malformed',
  start,
  end,
  message,
  ...(replacement === undefined ? {} : { replacement }),
})
