import type { SourceEdit, SourceRange } from '@entitle/graph'
import type { Block } from '../resolve/program.ts'

const nested = (lines: readonly string[], indent: number) =>
  lines.map(line => `\n${' '.repeat(indent)}${line}`).join('')

/** Adds a statement of one or more lines at the end of a block, laid out as the formatter would; writes the braces where there are none. */
export const addStatement = (block: Block, lines: readonly string[]): SourceEdit => {
  const range: SourceRange = { uri: block.uri, start: block.insertAt, end: block.insertAt }
  if (!block.exists) return { range, text: ` {${nested(lines, block.indent)}\n${' '.repeat(block.indent - 2)}}` }
  return { range, text: block.inline ? ` ${lines.map(line => line.trim()).join(' ')}` : nested(lines, block.indent) }
}

/** Adds a declaration or block of several lines behind `range`, after an empty line. */
export const addBehind = (range: SourceRange, lines: readonly string[], indent: number): SourceEdit => ({
  range: { uri: range.uri, start: range.end, end: range.end },
  text: `\n${nested(lines, indent)}`,
})

export const replace = (range: SourceRange, text: string): SourceEdit => ({ range, text })
