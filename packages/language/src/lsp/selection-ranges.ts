import { type CstNode, CstUtils, type LangiumDocument } from 'langium'
import type { Position, Range, SelectionRange } from 'vscode-languageserver'

/** For each position the ranges to grow a selection by: word, statement, block, declaration, file. */
export const selectionRanges = (document: LangiumDocument, positions: readonly Position[]): SelectionRange[] =>
  positions.map(position => {
    const text = document.textDocument
    const file: SelectionRange = { range: { start: text.positionAt(0), end: text.positionAt(text.getText().length) } }
    const root = document.parseResult.value.$cstNode
    const offset = text.offsetAt(position)
    const leaf =
      root === undefined
        ? undefined
        : (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset))
    if (leaf === undefined || offset > leaf.end) return file
    const ranges = [...insideQuotes(leaf, offset, document), ...chain(leaf)]
    return ranges.reverse().reduce<SelectionRange>((parent, range) => {
      const wider = contains(parent.range, range) && !equal(parent.range, range)
      return wider ? { range, parent } : parent
    }, file)
  })

const chain = (leaf: CstNode): Range[] => {
  const ranges: Range[] = []
  for (let node: CstNode | undefined = leaf; node !== undefined; node = node.container) ranges.push(node.range)
  return ranges
}

/** A text without its quotes. */
const insideQuotes = (leaf: CstNode, offset: number, { textDocument }: LangiumDocument): Range[] => {
  const quotes = /^("""|")[\s\S]*\1$/.exec(leaf.text)?.[1]?.length ?? 0
  const [start, end] = [leaf.offset + quotes, leaf.end - quotes]
  if (quotes === 0 || offset < start || offset > end || start >= end) return []
  return [{ start: textDocument.positionAt(start), end: textDocument.positionAt(end) }]
}

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character)
const contains = (outer: Range, inner: Range): boolean =>
  before(outer.start, inner.start) && before(inner.end, outer.end)
const equal = (a: Range, b: Range): boolean => contains(a, b) && contains(b, a)
