import type { Position, SourceEdit } from '@entitle/graph'

export interface Texts {
  readonly [path: string]: string
}

/** The texts after every edit at once; edits that overlap are a mistake of the fix. */
export const applyEdits = (texts: Texts, edits: readonly SourceEdit[]): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      applied(
        text,
        edits.filter(({ range }) => range.uri === `file://${path}`),
      ),
    ]),
  )

const applied = (text: string, edits: readonly SourceEdit[]): string => {
  const backwards = edits
    .map(edit => ({ text: edit.text, start: offsetIn(text, edit.range.start), end: offsetIn(text, edit.range.end) }))
    .toSorted((a, b) => b.start - a.start)
  let done = text
  let last = text.length
  for (const { start, end, text: added } of backwards) {
    if (end > last || start > end) throw new Error('The edits of this fix overlap.')
    done = done.slice(0, start) + added + done.slice(end)
    last = start
  }
  return done
}

export const offsetIn = (text: string, { line, character }: Position): number =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, { length }) => sum + length + 1, 0) + character
