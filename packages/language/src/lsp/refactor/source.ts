import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium'
import type { TextEdit } from 'vscode-languageserver'
import { formatText, type Reader } from '../../format/format.ts'

/** Blanks and comments that share a line with what stands before them. */
const sameLine = /^(?:[ \t]+|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*)*/

/** A node with the comments above it and behind it on its line: what goes along when it moves. */
export interface Stretch {
  readonly start: number
  readonly end: number
  /** Without the blanks around it. */
  readonly text: string
}

export const textOf = (document: LangiumDocument): string => document.textDocument.getText()

/** The document that a node stands in. */
export const documentOf = (node: AstNode): LangiumDocument => AstUtils.getDocument(node)

export const stretchOf = (node: AstNode): Stretch => {
  const document = documentOf(node)
  const source = textOf(document)
  const { $cstNode: cst } = node
  if (cst === undefined) return { start: 0, end: 0, text: '' }
  const before = CstUtils.getPreviousNode(cst, false)?.end ?? 0
  const after = CstUtils.getNextNode(cst, false)?.offset ?? source.length
  const own = before === 0 ? 0 : (sameLine.exec(source.slice(before, cst.offset))?.[0].length ?? 0)
  const behind = sameLine.exec(source.slice(cst.end, after))?.[0] ?? ''
  const endsLine = /^(\r?\n|$)/.test(source.slice(cst.end + behind.length))
  const start = before + own
  const end = cst.end + (endsLine ? behind.length : 0)
  return { start, end, text: source.slice(start, end).trim() }
}

/** An edit between two offsets. */
export const editAt = (document: LangiumDocument, start: number, end: number, newText: string): TextEdit => ({
  range: { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(end) },
  newText,
})

/** A declaration as the formatter lays it out, without the line's end behind it. */
export const laidOut = (text: string, reader: Reader): string => {
  const formatted = formatText(text, reader)
  return ('text' in formatted ? formatted.text : text).trim()
}

/** Statements, laid out and not indented, line by line. */
export const linesOf = (statements: readonly string[], reader: Reader): string[] => {
  const lines = laidOut(`policy template statements {\n${statements.join('\n')}\n}`, reader).split('\n')
  return lines.slice(1, -1).map(line => line.replace(/^ {2}/, ''))
}

/** A statement without its comments, for a place where one would swallow what follows. */
export const withoutComments = (node: AstNode): string => {
  const { $cstNode: cst } = node
  if (cst === undefined) return ''
  const comments = CstUtils.flattenCst(cst).filter(({ hidden }) => hidden)
  let text = cst.text
  for (const { offset, length } of comments.toArray().reverse())
    text = text.slice(0, offset - cst.offset) + text.slice(offset - cst.offset + length)
  return text.trim()
}
