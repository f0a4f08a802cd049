import { exchanged } from './exchanged.ts'
import { extraBrace } from './extra-brace.ts'
import type { Failure } from './failure.ts'
import { misfit } from './misfit.ts'
import { misplaced } from './misplaced.ts'
import { missingBrace } from './missing-brace.ts'
import { missingOpening } from './missing-opening.ts'
import { missingDisplayName, missingName, missingNameBefore, missingText } from './missing-value.ts'
import { leadingWord, missingComma, missingWord } from './missing-word.ts'
import { misspeltWord } from './misspelt-word.ts'
import type { Mistake, Recognize } from './mistake.ts'
import { otherDate } from './other-date.ts'
import { otherNumber } from './other-number.ts'
import { otherOrder } from './other-order.ts'
import { misspeltWordBefore, otherWord, otherWordBefore } from './other-word.ts'
import type { TokenTypes } from './repair.ts'
import { saidTruth } from './said-truth.ts'
import { strayComma } from './stray-comma.ts'
import { namedInWords, unquoted, valueForName } from './unquoted.ts'

/** Sorts of mistakes, the surest first. */
const sorts: readonly Recognize[] = [
  strayComma,
  exchanged,
  extraBrace,
  missingOpening,
  missingBrace,
  missingNameBefore,
  otherOrder,
  leadingWord,
  misplaced,
  saidTruth,
  otherDate,
  otherNumber,
  namedInWords,
  missingText,
  misspeltWordBefore,
  misspeltWord,
  missingWord,
  otherWord,
  otherWordBefore,
  missingDisplayName,
  missingName,
  valueForName,
  unquoted,
  missingComma,
]

/** Takes a failure for the likeliest mistake. */
export const recognize = (failure: Failure, types: TokenTypes): Mistake => {
  for (const sort of sorts) {
    const mistake = sort(failure, types)
    if (mistake !== undefined) return mistake
  }
  return misfit(failure, types)
}
