import { type AstNode, AstUtils, type CstNode, GrammarUtils } from 'langium'
import { rangeOf, uriOf } from '../syntax/range.ts'
import type { Block } from './program.ts'

/** Where statements may be added to a declaration. */
export const blockOf = (node: AstNode, statements: readonly AstNode[] = []): Block => {
  const cst = node.$cstNode
  const whole = rangeOf(node)
  const text = AstUtils.findRootNode(node).$document?.textDocument.getText() ?? ''
  const open = GrammarUtils.findNodeForKeyword(cst, '{')
  const close = GrammarUtils.findNodeForKeyword(cst, '}')
  const last = statements.at(-1)?.$cstNode ?? open
  const inline = open !== undefined && close !== undefined && open.range.start.line === close.range.end.line
  return {
    uri: uriOf(node),
    insertAt: last === undefined ? whole.end : behind(text, last.end, last.range.end),
    exists: open !== undefined,
    inline,
    ...(inline ? { inside: insideOf(node, text, open, close, statements) } : {}),
    indent: indentOfLine(text, cst?.offset ?? 0) + 2,
  }
}

const insideOf = (node: AstNode, text: string, open: CstNode, close: CstNode, statements: readonly AstNode[]) => {
  const ends = statements.flatMap(({ $cstNode }) => $cstNode?.end ?? [])
  const starts = [open.end, ...ends]
  const pieces = starts.map((start, index) => text.slice(start, ends[index] ?? close.offset).trim())
  return {
    range: { uri: uriOf(node), start: { ...open.range.end }, end: { ...close.range.start } },
    statements: pieces.filter(piece => piece !== ''),
  }
}

/** Behind a comment that ends the line, so that it stays with what it is about. */
const behind = (text: string, offset: number, position: { readonly line: number; readonly character: number }) => {
  const comment = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(offset, offset + 500))
  return { line: position.line, character: position.character + (comment?.[0].length ?? 0) }
}

const indentOfLine = (text: string, offset: number): number => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0
}
