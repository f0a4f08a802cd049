import type { Position, SourceEdit } from '@entitle/graph'
import type { Written } from '../resolve/written.ts'

/** The lines of a statement, each with the indentation that it has within the statement. */
export const linesOf = ({ text, range }: Written): readonly string[] => {
  const column = range.start.character
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/)
  return [first, ...rest.map(line => line.slice(Math.min(column, /^[ \t]*/.exec(line)?.[0].length ?? 0)))]
}

/** Lines behind each other at an indentation, the first of them where it is put. */
export const indented = (lines: readonly string[], indent: number): string =>
  lines.map((line, index) => (index === 0 || line === '' ? line : `${' '.repeat(indent)}${line}`)).join('\n')

/** A statement on lines of its own behind a place. */
export const insertion = (
  uri: string,
  at: Position,
  statement: Written,
  { indent, apart }: { readonly indent: number; readonly apart: boolean },
): SourceEdit => ({
  range: { uri, start: at, end: at },
  text: `${apart ? '\n' : ''}\n${' '.repeat(indent)}${indented(linesOf(statement), indent)}`,
})

/** The same words, whatever blanks stand between them. */
export const sameWords = (a: string, b: string): boolean => a === b || flat(a) === flat(b)

/** In one line, each text as it is. */
export const flat = (text: string): string =>
  text.trim().replaceAll(/"(?:[^"\\]|\\.)*"|\s+/g, match => (match.startsWith('"') ? match : ' '))
