import { isDirectoryObject } from '../generated/ast.ts'
import { columns } from './columns.ts'
import { flatGap, flatWidth } from './flat.ts'
import { isComment, type Leaf } from './leaf.ts'
import type { Block, Statement } from './outline.ts'

/** The widest line that a list or a block in one line may make. */
const lineWidth = 120

/** What stands before a leaf: a space or nothing, or a number of line breaks with the indentation after them. */
export type Gap = { readonly text: string; readonly indent: number }

/** Decides the gap before each leaf. `gaps[i]` belongs to `leaves[i]`; indent is the column where a new line starts, else -1. */
export const layout = (
  statements: readonly Statement[],
  leaves: readonly Leaf[],
  indentWidth: number,
): readonly Gap[] => {
  const gaps: Gap[] = leaves.map((leaf, index) => ({ text: flatGap(leaves[index - 1], leaf), indent: -1 }))

  const newLine = (index: number, indent: number, blank = false): void => {
    gaps[index] = { text: `${blank ? '\n\n' : '\n'}${' '.repeat(indent)}`, indent }
  }

  /** Statements one to a line, from the leaf after `before` up to the leaf `until`. */
  const block = (inside: readonly Statement[], before: number, until: number, indent: number): void => {
    let from = before + 1
    let previous: Statement | undefined
    for (const statement of inside) {
      between(from, statement.first, indent, previous, statement)
      line(statement, indent)
      from = statement.last + 1
      previous = statement
    }
    between(from, until, indent, previous, undefined)
    for (const [index, width] of columns(inside, leaves))
      if (gaps[index]?.indent === -1) gaps[index] = { text: ' '.repeat(width + 1), indent: -1 }
  }

  /** Comments from `from` on, and the start of the statement at `until`. */
  const between = (from: number, until: number, indent: number, before?: Statement, after?: Statement): void => {
    let wantsBlank = before !== undefined && after !== undefined && indent === 0 && apart(before, after)
    if (wantsBlank && leaves.slice(from, until + 1).some(leaf => leaf.breaks > 1)) wantsBlank = false
    for (let index = from; index < until + (after === undefined ? 0 : 1); index++) {
      const leaf = leaves[index]
      if (leaf === undefined) continue
      const comment = index < until
      const last = leaves[index - 1]
      const trails =
        comment &&
        index > 0 &&
        leaf.breaks === 0 &&
        last?.sort !== 'line comment' &&
        index - 1 === trailEnd(from, index)
      const follows =
        index > from && leaf.breaks === 0 && last?.sort === 'block comment' && gaps[index - 1]?.indent !== -1
      if (trails || (follows && !last?.text.startsWith('/**'))) continue
      const opening = before === undefined && index === from
      newLine(index, indent, (leaf.breaks > 1 && !opening) || (wantsBlank && index > 0))
      wantsBlank = false
    }
  }

  /** The last leaf before `index` that stands on the line of the statement before `from`. */
  const trailEnd = (from: number, index: number): number => {
    let end = from - 1
    while (end + 1 < index && gaps[end + 1]?.indent === -1) end++
    return end
  }

  const line = (statement: Statement, indent: number): void => {
    const { first, last, block: braces } = statement
    const oneLine =
      braces !== undefined && isInline(braces, leaves) && indent + flatWidth(leaves, first, last) <= lineWidth
    const headerEnd = braces === undefined || oneLine ? last : braces.open
    const wraps = indent + flatWidth(leaves, first, headerEnd) > lineWidth || needsLines(leaves, first, headerEnd)
    for (let index = first + 1; index <= headerEnd; index++) {
      const leaf = leaves[index]
      const afterComment = leaves[index - 1]?.sort === 'line comment'
      const ownLine = isComment(leaf) && (leaf?.breaks ?? 0) > 0
      const opens = index === braces?.open
      if (afterComment || ownLine || (wraps && leaves[index - 1]?.text === ',' && !isTrailing(leaf)))
        newLine(index, opens ? indent : indent + 2 * indentWidth)
    }
    if (braces === undefined || oneLine) return
    if (braces.close === braces.open + 1) {
      gaps[braces.close] = { text: '', indent: -1 }
      return
    }
    block(braces.statements, braces.open, braces.close, indent + indentWidth)
    newLine(braces.close, indent)
  }

  block(statements, -1, leaves.length, 0)
  const first = gaps[0]
  if (first !== undefined) gaps[0] = { ...first, text: '' }
  return gaps
}

/** Written on one line, with nothing in it that needs more than one. */
const isInline = ({ open, close }: Block, leaves: readonly Leaf[]): boolean => {
  for (let index = open; index <= close; index++) {
    const leaf = leaves[index]
    if (leaf === undefined || leaf.sort === 'line comment' || leaf.text.includes('\n')) return false
    if (index > open && leaf.breaks > 0) return false
  }
  return true
}

/** A comment inside the statement ends a line, or stands on one of its own. */
const needsLines = (leaves: readonly Leaf[], first: number, last: number): boolean =>
  leaves
    .slice(first + 1, last)
    .some(leaf => leaf.sort === 'line comment' || (leaf.sort === 'block comment' && leaf.breaks > 0))

const isTrailing = (leaf: Leaf | undefined): boolean => isComment(leaf) && leaf?.breaks === 0

/** Two declarations of the file that a blank line must part: all but directory objects and declarations without a block. */
const apart = (a: Statement, b: Statement): boolean => {
  if (isDirectoryObject(a.node) && isDirectoryObject(b.node)) return false
  return a.block !== undefined || b.block !== undefined || a.node.$type !== b.node.$type
}
