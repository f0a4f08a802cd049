import type { SourceRange } from '@entitle/graph'
import { printableText } from './printable.ts'

/** The line of source that a finding starts on, its common indent taken off, and where in it the underline goes. */
export interface Excerpt {
  readonly line: string
  /** Columns before the underline. */
  readonly before: number
  readonly length: number
}

/** Undefined where the range lies behind the text's end. */
export const excerpt = (text: string, range: SourceRange): Excerpt | undefined => {
  const line = text.split(/\r?\n/)[range.start.line]
  if (line === undefined || line.trim() === '') return undefined
  const indent = line.length - line.trimStart().length
  const start = Math.min(Math.max(range.start.character, indent), line.length)
  const lineEnd = line.trimEnd().length
  const end = range.end.line > range.start.line ? lineEnd : Math.min(range.end.character, lineEnd)
  return {
    line: printableText(line.trim()),
    before: printableText(line.slice(indent, start)).length,
    length: Math.max(1, printableText(line.slice(start, end)).length),
  }
}
