import type { DirectoryKind, KindName, Value } from '../model/tenant.ts'

/** How a property's value is read, compared and written. */
export type Shape =
  /** As it is. `absent` is what a missing value or null means. */
  | { readonly is: 'exact'; readonly absent?: Value }
  /** A text in which case means nothing, such as a domain. */
  | { readonly is: 'caseless' }
  /** Nothing and the empty text are the same. */
  | { readonly is: 'text' }
  /** ISO 8601, whatever the spelling. `absent` is what a missing value means. */
  | { readonly is: 'duration'; readonly absent?: Value }
  /** A point in time, whatever the spelling. */
  | { readonly is: 'moment' }
  /** An id in Graph, a reference in a tenant. */
  | { readonly is: 'ref'; readonly to: DirectoryKind | KindName }
  /** Items in no order, each named by its key. */
  | SetShape
  /** Items by position. */
  | ListShape
  /** Properties by name. `whole`: told as one change. `absent` is what an object means that isn't there. */
  | ObjectShape

export interface SetShape {
  readonly is: 'set'
  readonly of: Shape
  readonly key: (item: Value) => string
  /** Live items that the language has no words for: they are neither compared nor taken out. */
  readonly isForeign?: (item: Value) => boolean
}

export interface ListShape {
  readonly is: 'list'
  readonly of: Shape
  /** What an item is recognised by at another place; lists of other items are told as one change. */
  readonly key?: (item: Value) => string
  /** What Graph orders the items by, where it isn't the order in which it lists them. */
  readonly rank?: (item: Value) => number
}

export interface ObjectShape {
  readonly is: 'object'
  readonly fields: Fields
  readonly whole?: boolean
  /** Whether an object says that there is nothing, as a review that is switched off does. */
  readonly isNothing?: (value: { readonly [key: string]: Value }) => boolean
}

/** Shapes by property; what isn't listed is `exact`. */
export type Fields = { readonly [property: string]: Shape }

export const exact: Shape = { is: 'exact' }
export const caseless: Shape = { is: 'caseless' }
export const text: Shape = { is: 'text' }
export const duration: Shape = { is: 'duration' }
export const moment: Shape = { is: 'moment' }
/** A switch that is off where nothing is said. */
export const off: Shape = { is: 'exact', absent: false }
/** A switch that is on where nothing is said. */
export const on: Shape = { is: 'exact', absent: true }
export const ref = (to: DirectoryKind | KindName): Shape => ({ is: 'ref', to })
export const object = (fields: Fields, options: Omit<ObjectShape, 'is' | 'fields'> = {}): Shape => ({
  is: 'object',
  fields,
  ...options,
})
/** An object that is told as one change, since its parts mean nothing alone. */
export const whole = (fields: Fields): Shape => object(fields, { whole: true })

/** What a missing value means. */
export const absentIn = (shape: Shape): Value | undefined => ('absent' in shape ? shape.absent : undefined)

export type Obj = { readonly [key: string]: Value }

export const isObj = (value: Value | undefined): value is Obj =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const itemsIn = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : [])

export const isNothing = (value: Value | undefined): value is null | undefined => value === undefined || value === null
