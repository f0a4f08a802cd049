import type { Address } from '@entitle/graph'
import type { Sentence } from './sentence.ts'

/** Something of an object that the sources don't say, and why. `path` is empty where it is the whole object. */
export interface Gap {
  readonly path: string
  readonly why: string
}

/** A gap of a tenant. */
export interface Unsaid extends Gap {
  readonly address: Address
}

/** Statements, and what they leave out. */
export interface Said<G extends Gap = Gap> {
  readonly sentences: readonly Sentence[]
  readonly gaps: readonly G[]
}

/** Statements that leave nothing out. */
export const said = (...sentences: readonly Sentence[]): Said<never> => ({ sentences, gaps: [] })

/** No statement, and why. */
export const unsaid = (path: string, why: string): Said => ({ sentences: [], gaps: [{ path, why }] })

/** One after the other. */
export const together = <G extends Gap>(...all: readonly Said<G>[]): Said<G> => ({
  sentences: all.flatMap(({ sentences }) => sentences),
  gaps: all.flatMap(({ gaps }) => gaps),
})

/** The same, told of the object at `address`. */
export const of = (address: Address, { sentences, gaps }: Said): Said<Unsaid> => ({
  sentences,
  gaps: gaps.map(gap => ({ address, ...gap })),
})
