import type { Failure } from './failure.ts'
import { misfit } from './misfit.ts'
import { missingBrace } from './missing-brace.ts'
import { missingDisplayName, missingName, otherDate, unquoted } from './missing-value.ts'
import { missingWord } from './missing-word.ts'
import { misspeltWord } from './misspelt-word.ts'
import type { Mistake, Recognize } from './mistake.ts'
import type { TokenTypes } from './repair.ts'

/** Sorts of mistakes, the surest first. */
const sorts: readonly Recognize[] = [
  missingBrace,
  misspeltWord,
  missingDisplayName,
  missingName,
  otherDate,
  unquoted,
  missingWord,
]

/** Takes a failure for the likeliest mistake. */
export const recognize = (failure: Failure, types: TokenTypes): Mistake => {
  for (const sort of sorts) {
    const mistake = sort(failure, types)
    if (mistake !== undefined) return mistake
  }
  return misfit(failure, types)
}
