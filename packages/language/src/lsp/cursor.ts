import type { IToken } from 'chevrotain'
import { CstUtils, type LangiumDocument, type Lexer } from 'langium'
import { isModel } from '../generated/ast.ts'

/** What stands before the cursor, for completion: whole tokens, and the beginning of the word that is being typed. */
export interface Cursor {
  /** Tokens of the declaration that the cursor is in, up to the word being typed; blocks that are closed before it as if they were empty. */
  readonly tokens: readonly IToken[]
  /** Where that declaration begins: offsets of its tokens count from there. */
  readonly from: number
  /** The line of the cursor, as `startLine` of the tokens counts. */
  readonly line: number
  /** The word being typed, up to the cursor; empty between words. */
  readonly prefix: string
  /** Offsets of the whole word around the cursor. */
  readonly start: number
  readonly end: number
}

/** Undefined inside a comment or a text, where nothing is completed. */
export const cursorAt = (document: LangiumDocument, offset: number, lexer: Lexer): Cursor | undefined => {
  const text = document.textDocument.getText()
  const from = declarationStart(document, offset)
  const { tokens, hidden } = lexer.tokenize(text.slice(from))
  const endOf = (token: IToken) => from + token.startOffset + token.image.length
  const startOf = (token: IToken) => from + token.startOffset
  const inComment = hidden.some(
    comment =>
      startOf(comment) < offset &&
      (offset < endOf(comment) || (offset === endOf(comment) && comment.image.startsWith('//'))),
  )
  const inText = tokens.some(token => token.image.startsWith('"') && startOf(token) < offset && offset < endOf(token))
  if (inComment || inText || openQuote(text.slice(from, offset), tokens)) return undefined
  const word = tokens.find(
    token => startOf(token) < offset && offset <= endOf(token) && /^[\p{L}\p{Nd}_]/u.test(token.image),
  )
  const start = word === undefined ? offset : startOf(word)
  return {
    tokens: outsideOfClosed(tokens.filter(token => endOf(token) <= start)),
    from,
    line: text.slice(from, start).split('\n').length,
    prefix: text.slice(start, offset),
    start,
    end: word === undefined ? offset : endOf(word),
  }
}

/**
 * Tokens less what closed blocks say. Any block may be empty, so the grammar goes on behind it in the same way, and reading along takes as long
 * as what is open around the cursor, not as a catalog of a thousand packages.
 */
export const outsideOfClosed = (tokens: readonly IToken[]): readonly IToken[] => {
  const left: IToken[] = []
  const open: number[] = []
  for (const token of tokens) {
    if (token.image === '}') left.length = (open.pop() ?? left.length - 1) + 1
    left.push(token)
    if (token.image === '{') open.push(left.length - 1)
  }
  return left
}

/** A quote on the cursor's line that no text token closes, or one that is read as if it were closed. */
const openQuote = (before: string, tokens: readonly IToken[]): boolean => {
  const line = before.lastIndexOf('\n') + 1
  let quote = before.indexOf('"', line)
  while (quote !== -1) {
    const token = tokens.find(({ startOffset, image }) => startOffset <= quote && quote < startOffset + image.length)
    if (token === undefined || !before.startsWith(token.image, token.startOffset)) return true
    quote = before.indexOf('"', token.startOffset + token.image.length)
  }
  return false
}

/** Where the declaration of the file begins that the offset is in or behind; what stands before it need not be read. */
export const declarationStart = (document: LangiumDocument, offset: number): number => {
  const root = document.parseResult.value
  if (!isModel(root)) return 0
  const starts = root.declarations.flatMap(({ $cstNode }) => ($cstNode === undefined ? [] : [$cstNode.offset]))
  return starts.findLast(start => start < offset) ?? 0
}

/** The innermost node of the tree at or before the offset, for names that depend on where one is. */
export const nodeAround = (document: LangiumDocument, offset: number) => {
  const root = document.parseResult.value.$cstNode
  const leaf =
    root === undefined
      ? undefined
      : (CstUtils.findLeafNodeBeforeOffset(root, offset) ?? CstUtils.findLeafNodeAtOffset(root, offset))
  return leaf?.astNode ?? document.parseResult.value
}
