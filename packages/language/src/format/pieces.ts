import { reindentComment } from './comment.ts'
import type { Gap } from './layout.ts'
import { isComment, type Leaf } from './leaf.ts'
import type { Statement } from './outline.ts'
import { type KindOf, prepositionOf } from './preposition.ts'
import { reindentText } from './text-block.ts'

/** A replacement of the text from `offset` to `end`. */
export interface Edit {
  readonly offset: number
  readonly end: number
  readonly text: string
}

/** What differs from the text as it stands, gap by gap and leaf by leaf, in order. */
export const edits = (
  text: string,
  leaves: readonly Leaf[],
  gaps: readonly Gap[],
  texts: ReadonlyMap<number, string>,
  eol: string,
): readonly Edit[] => {
  const found: Edit[] = []
  const add = (offset: number, end: number, wanted: string): void => {
    const written = wanted.replaceAll('\n', eol)
    if (text.slice(offset, end) !== written) found.push({ offset, end, text: written })
  }
  let end = 0
  for (const [index, leaf] of leaves.entries()) {
    add(end, leaf.offset, gaps[index]?.text ?? ' ')
    const changed = texts.get(index)
    if (changed !== undefined) add(leaf.offset, leaf.end, changed)
    end = leaf.end
  }
  add(end, text.length, leaves.length === 0 ? '' : '\n')
  return found
}

/** New texts of leaves: comments and texts over several lines at their new indentation, `of` and `in` of grants. */
export const changedTexts = (
  statements: readonly Statement[],
  leaves: readonly Leaf[],
  gaps: readonly Gap[],
  indentWidth: number,
  kindOf: KindOf,
): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>()
  let lineIndent = 0
  let column = 0
  for (const [index, leaf] of leaves.entries()) {
    const gap = gaps[index]
    if (gap !== undefined && gap.indent >= 0) {
      lineIndent = gap.indent
      column = gap.indent
    } else column += gap?.text.length ?? 0
    if (isComment(leaf)) texts.set(index, reindentComment(leaf, column))
    else if (leaf.text.startsWith('"""'))
      texts.set(index, reindentText(leaf.text, lineIndent + indentWidth, lineIndent))
    const last = (texts.get(index) ?? leaf.text).split('\n')
    column = last.length > 1 ? (last.at(-1)?.length ?? 0) : column + leaf.text.length
  }
  for (const statement of statements) grants(statement, leaves, kindOf, texts)
  return texts
}

/** A grant's leaves are `grants`, its role, the preposition; comments between them may shift it. */
const grants = (statement: Statement, leaves: readonly Leaf[], kindOf: KindOf, texts: Map<number, string>): void => {
  const word = prepositionOf(statement.node, kindOf)
  if (word !== undefined)
    for (let index = statement.first + 2; index <= statement.last; index++)
      if (leaves[index]?.text === 'of' || leaves[index]?.text === 'in') {
        texts.set(index, word)
        break
      }
  for (const inner of statement.block?.statements ?? []) grants(inner, leaves, kindOf, texts)
}

/** The text with the edits made. */
export const applyEdits = (text: string, changes: readonly Edit[]): string => {
  let result = ''
  let end = 0
  for (const edit of changes) {
    result += text.slice(end, edit.offset) + edit.text
    end = edit.end
  }
  return result + text.slice(end)
}
