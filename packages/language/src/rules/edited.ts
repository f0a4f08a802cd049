import type { Position, SourceEdit } from '@entitle/graph'

/** The text with every edit made; they must not overlap. Of several that insert at one place, the first stands first, all before what is replaced from there on. */
export const edited = (text: string, edits: readonly SourceEdit[]): string => {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(match => match.index + match[0].length)]
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character
  const pieces: string[] = []
  let end = 0
  for (const { range, text: put } of edits.toSorted(
    (a, b) => offset(a.range.start) - offset(b.range.start) || offset(a.range.end) - offset(b.range.end),
  )) {
    pieces.push(text.slice(end, offset(range.start)), put)
    end = offset(range.end)
  }
  return [...pieces, text.slice(end)].join('')
}
