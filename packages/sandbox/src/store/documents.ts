import type { Doc } from '../json.ts'

/** Where a document hangs: two references by which it can be found without reading the others. */
export interface Links {
  readonly parent?: string
  readonly other?: string
  /** The key it is stored under, when its `id` alone does not tell it apart. */
  readonly key?: string
  /** When time itself changes it next, in milliseconds since 1970; null: no more. */
  readonly due?: number | null
}

/** A document and its place in the order of creation. */
export interface Row {
  readonly seq: number
  readonly doc: Doc
}

export interface ListOptions extends Omit<Links, 'key' | 'due'> {
  /** Only what was created after this place. */
  readonly after?: number
  /** Only what is truly called this, whatever the case. */
  readonly name?: string
  readonly limit?: number
}

/** One document with everything the store knows of it. */
export interface DocumentRecord extends Links {
  readonly kind: string
  readonly key: string
  readonly body: Doc
}

/** The tenant's objects: documents by kind and id, read as a client sees them or as they truly are. */
export interface Documents {
  /** What a client can read by now: a fresh write stays hidden until the read delay has passed. */
  get(kind: string, key: string): Doc | undefined
  /** What is true already, whether or not a client can read it. */
  latest(kind: string, key: string): Doc | undefined
  list(kind: string, options?: ListOptions): Row[]
  listLatest(kind: string, options?: ListOptions): Row[]
  put(kind: string, doc: Doc, links?: Links): void
  remove(kind: string, key: string): void
  /** The document that time had to change first, of those that it had to change by `now` (milliseconds since 1970). */
  nextDue(now: number): { readonly kind: string; readonly key: string; readonly due: number } | undefined
  /** Time has nothing to change in a document any more, until it is put with another moment. */
  clearDue(kind: string, key: string): void
  transaction<T>(work: () => T): T
  /** Runs writes that clients can read at once, such as the seeding of a directory. */
  withoutDelay<T>(work: () => T): T
  all(): DocumentRecord[]
  clear(): void
}

/** What a document can be found by, whatever the case. */
export const nameOf = (doc: Doc): string | null =>
  typeof doc.displayName === 'string' ? doc.displayName.toLowerCase() : null
