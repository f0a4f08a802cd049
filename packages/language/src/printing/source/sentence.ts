import type { Ref } from '@entitle/graph'

/** A directory object inside a sentence: written by its declared name or in place, which is settled once all uses are known. */
export interface Use {
  readonly use: Ref
  /** The reference was read from a tenant, so that its id is a fact and not a wish. */
  readonly live: boolean
  /** The word `app` stands before it already. */
  readonly behindApp?: boolean
}

/** A word or a text of the language as it stands in the source, or an object. */
export type Part = string | Use

/** A statement: its words, and the statements of its block. */
export interface Sentence {
  readonly parts: readonly Part[]
  readonly block?: readonly Sentence[]
  /** The block stands on the same line, where it has room. */
  readonly inline?: boolean
  /** A blank line stands before it. */
  readonly apart?: boolean
}

/** A statement of these words; strings may hold several. */
export const sentence = (...parts: readonly Part[]): Sentence => ({ parts })

/** A statement with a block, or without one where the block would be empty. */
export const withBlock = (parts: readonly Part[], block: readonly Sentence[]): Sentence =>
  block.length === 0 ? { parts } : { parts, block }

/** `a, b, c`: items of one or more parts each. */
export const commas = (items: readonly (readonly Part[])[]): readonly Part[] =>
  items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))

/** Every object that sentences name, as often as they name it. */
export const usesIn = (sentences: readonly Sentence[]): readonly Use[] =>
  sentences.flatMap(({ parts, block = [] }) => [
    ...parts.filter((part): part is Use => typeof part !== 'string'),
    ...usesIn(block),
  ])

/** The same on one line, if its block is a single statement. */
export const onOneLine = (sentence: Sentence): Sentence =>
  sentence.block?.length === 1 && sentence.block[0]?.block === undefined ? { ...sentence, inline: true } : sentence
