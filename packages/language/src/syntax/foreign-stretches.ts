import type { Foreign, RecognizeForeign, Stop } from './foreign.ts'
import {
  assignment,
  brackets,
  conflict,
  dashedList,
  json,
  otherComment,
  quotedKey,
  unknownSigns,
} from './foreign-sign.ts'
import { address, negativeNumber, numberedName, otherDate, otherMoment, otherQuotes } from './foreign-value.ts'
import { openBlockText, openComment, openText } from './open-text.ts'

/** Sorts of foreign text, the surest first. */
const sorts: readonly RecognizeForeign[] = [
  conflict,
  json,
  openComment,
  openBlockText,
  openText,
  otherMoment,
  otherDate,
  address,
  otherQuotes,
  otherComment,
  dashedList,
  numberedName,
  negativeNumber,
  brackets,
  quotedKey,
  assignment,
]

/** What the lexer could not read, each as one mistake, in the order of the text. */
export const foreignStretches = (text: string, stops: readonly Stop[]): Foreign[] => {
  const found: Foreign[] = []
  for (const stop of stops) {
    if (found.some(({ offset, end, reads = [] }) => [{ offset, end }, ...reads].some(covers(stop)))) continue
    found.push(
      sorts.reduce<Foreign | undefined>((sure, sort) => sure ?? sort(text, stop), undefined) ??
        unknownSigns(text, stop),
    )
  }
  return found
}

const covers =
  ({ offset }: Stop) =>
  (stretch: { readonly offset: number; readonly end: number }): boolean =>
    stretch.offset <= offset && offset < stretch.end
