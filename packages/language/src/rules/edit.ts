import type { SourceEdit, SourceRange } from '@entitle/graph'
import type { Block } from '../resolve/program.ts'

/** The widest line that a block in one line may make, as the formatter has it. */
const lineWidth = 120

const nested = (lines: readonly string[], indent: number) =>
  lines.map(line => `\n${' '.repeat(indent)}${line}`).join('')

const flat = (lines: readonly string[]) => lines.map(line => line.trim()).join(' ')

/** Adds a statement of one or more lines at the end of a block, laid out as the formatter would; writes the braces where there are none. */
export const addStatement = (block: Block, lines: readonly string[]): SourceEdit => {
  const range: SourceRange = { uri: block.uri, start: block.insertAt, end: block.insertAt }
  const behindLast = ' '.repeat(block.indent - 2)
  if (!block.exists) return { range, text: ` {${nested(lines, block.indent)}\n${behindLast}}` }
  const { inside } = block
  if (inside === undefined) return { range, text: nested(lines, block.indent) }
  const text = ` ${flat(lines)}`
  if (inside.range.end.character + text.length + 1 > lineWidth)
    return { range: inside.range, text: `${nested([...inside.statements, ...lines], block.indent)}\n${behindLast}` }
  return inside.statements.length === 0 ? { range: inside.range, text: `${text} ` } : { range, text }
}

/**
 * Adds several statements, each of one or more lines that keep their own indentation, at the end of a block; those that stand `apart` behind
 * an empty line. A block in one line is opened for them.
 */
export const addStatements = (
  block: Block,
  statements: readonly { readonly lines: readonly string[]; readonly apart: boolean }[],
): SourceEdit => {
  const lines = statements.flatMap(({ lines, apart }) => [...(apart ? [''] : []), ...lines])
  const put = lines.map(line => (line === '' ? '\n' : `\n${' '.repeat(block.indent)}${line}`)).join('')
  const behindLast = `\n${' '.repeat(block.indent - 2)}`
  const at: SourceRange = { uri: block.uri, start: block.insertAt, end: block.insertAt }
  if (!block.exists) return { range: at, text: ` {${put.replace(/^\n(?=\n)/, '')}${behindLast}}` }
  if (block.inside === undefined) return { range: at, text: put }
  return { range: block.inside.range, text: `${nested(block.inside.statements, block.indent)}${put}${behindLast}` }
}

/** Puts a statement of one or more lines in the place of one that stands in this block. */
export const replaceStatement = ({ inline, indent }: Block, range: SourceRange, lines: readonly string[]): SourceEdit =>
  replace(range, inline ? flat(lines) : lines.join(`\n${' '.repeat(indent)}`))

/** Adds a declaration or block of several lines behind `range`, after an empty line. */
export const addBehind = (range: SourceRange, lines: readonly string[], indent: number): SourceEdit => ({
  range: { uri: range.uri, start: range.end, end: range.end },
  text: `\n${nested(lines, indent)}`,
})

export const replace = (range: SourceRange, text: string): SourceEdit => ({ range, text })
