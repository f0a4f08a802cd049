import type { Placeholders } from './request.ts'

/**
 * A GET as data. `{name}` in the path stands for `placeholders[name]`; `{id}` stands for the object's id: the one that the step's own
 * write returned, or that of the live object that the step writes to.
 */
export interface Probe {
  readonly path: string
  readonly placeholders?: Placeholders
  /** The property of the answer that holds the list, where one is looked for; default `value`. */
  readonly list?: string
}

/**
 * A property that must have a value: `path` as in `resource/originId`; placeholders are those of the probe.
 * Texts are compared without regard to case.
 */
export interface Where {
  readonly path: string
  readonly equals: string | { readonly $placeholder: string }
  /** The property must have another value instead. */
  readonly not?: boolean
}

/** When the tenant shows that a write has taken effect: Graph is eventually consistent, and what depends on it must wait. */
export type Settle =
  /** The probe answers 200. */
  | { readonly until: 'readable'; readonly probe: Probe }
  /** The list has an item that satisfies all of `where`; where a step has no id yet, that item's `id` is the object's. */
  | { readonly until: 'listed'; readonly probe: Probe; readonly where: readonly Where[] }
  /** The probe answers 404. */
  | { readonly until: 'gone'; readonly probe: Probe }
  /** The list has no item that satisfies all of `where`. */
  | { readonly until: 'unlisted'; readonly probe: Probe; readonly where: readonly Where[] }
  /** The answer, one object, shows the step's changes: `shows` of `shows.ts` says so. */
  | { readonly until: 'equal'; readonly probe: Probe }
  /** At once. */
  | { readonly until: 'now' }

/**
 * How an object is found by its parent and natural key when it is unknown whether its creation took effect, or when the write's answer
 * doesn't hold its id (a resource request has an id of its own): the list's item that satisfies all of `where`.
 */
export interface Lookup {
  readonly probe: Probe
  readonly where: readonly Where[]
}
