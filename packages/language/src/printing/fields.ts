import { isRef, type Properties, type Ref, type Value } from '@entitle/graph'

/** The value as an object of properties, or an object of none: what is read of a tenant may lack anything. */
export const fields = (value: Value | undefined): Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) ? (value as Properties) : {}

export const items = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : [])

export const text = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** What a person calls the object that a reference means. */
export const refName = (ref: Ref): string => (ref.name !== '' ? ref.name : (ref.id ?? 'unnamed'))

/** `a`, `a and b`, `a, b and c`: for sentences. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** `1 stage`, `2 stages`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
