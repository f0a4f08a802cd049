/** What becomes of one property of Graph's schema. */
export type Cell =
  /** A statement says it; `trial` is the name of the trial that sets, changes and takes it back. */
  | { readonly is: 'said'; readonly words: string; readonly trial: string; readonly values: 2 | 3 }
  /** Entitle writes it as a consequence of something else. */
  | { readonly is: 'follows'; readonly words: string }
  /** The service sets it; it can't be written. */
  | { readonly is: 'service'; readonly words: string }
  /** It could be written and no statement says it: what the tenant has survives. */
  | { readonly is: 'kept'; readonly words: string }

/** A statement that takes at least three values in its trial: without it, with it, with another value. */
export const said = (words: string, trial: string): Cell => ({ is: 'said', words, trial, values: 3 })

/** A statement that is a switch, or has two values: with it and without. */
export const switched = (words: string, trial: string): Cell => ({ is: 'said', words, trial, values: 2 })

export const follows = (words: string): Cell => ({ is: 'follows', words })
export const service = (words = 'set by the service'): Cell => ({ is: 'service', words })
export const kept = (words: string): Cell => ({ is: 'kept', words })

/** Properties of a type by name, or what holds of all of them. */
export interface Coverage {
  readonly [type: string]: Cell | { readonly [property: string]: Cell }
}

export const isCell = (entry: Coverage[string]): entry is Cell => typeof entry.is === 'string'
