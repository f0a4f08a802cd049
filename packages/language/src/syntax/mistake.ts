import type { Finding } from '@entitle/graph'
import type { Failure } from './failure.ts'
import type { Repair, TokenTypes } from './repair.ts'

/** What a failure is taken for: how to tell it, and how to read on. */
export interface Mistake {
  /** The finding, once the file's URI is known. */
  readonly finding: (uri: string) => Finding
  readonly repair: Repair
}

/** Recognizes one sort of mistake; undefined where it is another. */
export type Recognize = (failure: Failure, types: TokenTypes) => Mistake | undefined
