import type { IToken } from 'chevrotain'
import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { isModel } from '../generated/ast.ts'
import { type Change, changeBetween } from './change.ts'
import { exchanged } from './exchange.ts'
import { firstLeaf } from './leaves.ts'
import { cutOf, passageAround } from './passages.ts'
import type { Repaired, RepairingParser } from './repairing-parser.ts'

/**
 * Reads a file anew of which only one passage is different: that passage is read, and put in the place of the old one; the others stay
 * the nodes that they are. Undefined where the whole must be read. What it returns is what reading the whole would give.
 */
export const reread = (document: LangiumDocument, text: string, parser: RepairingParser): Repaired | undefined => {
  const cut = cutOf(document)
  const { parseResult } = document
  const { value: model } = parseResult
  const before = model.$cstNode?.root.fullText
  if (cut === undefined || before === undefined || !isModel(model)) return undefined
  const change = changeBetween(before, text)
  const passage = passageAround(cut.passages, change.start, change.end)
  const cst = passage?.$cstNode
  if (passage === undefined || cst === undefined) return undefined
  const { onlyAt } = parseResult as Repaired
  if (onlyAt !== undefined && passageAround([passage], onlyAt, onlyAt) === undefined) return undefined
  const read = parser.tokensBetween(text, cst.offset, cst.end + change.added, cst.range.start.line)
  if (read.errors.length > 0 || !isOneBlock(read.tokens, firstLeaf(cst).text, cst.end + change.added)) return undefined
  const lines = (read.tokens.at(-1)?.endLine ?? 1) - 1 - cst.range.end.line
  const tokens = around(passage, read.tokens, text, change, lines, parser)
  const result = parser.parseRead<ast.Model>(text, { ...read, tokens })
  if (result.parserErrors.length > 0 && result.onlyAt === undefined) return undefined
  const fresh = readIn(result.value)
  if (fresh?.$cstNode === undefined || fresh.$type !== passage.$type) return undefined
  return { ...result, value: exchanged(model, passage, fresh, { text, characters: change.added, lines }) }
}

/** Whether tokens are a block with its head, from the same first word to the last brace. */
const isOneBlock = (tokens: readonly IToken[], first: string, end: number): boolean => {
  let depth = 0
  for (const [index, { image }] of tokens.entries()) {
    if (image === '{') depth += 1
    else if (image === '}') depth -= 1
    if (depth < 0 || (depth === 0 && image === '}' && index < tokens.length - 1)) return false
  }
  const last = tokens.at(-1)
  return depth === 0 && tokens[0]?.image === first && last?.image === '}' && last.startOffset === end - 1
}

/** The tokens of a passage in the block that it stands in. */
const around = (
  { $container: home }: AstNode,
  tokens: readonly IToken[],
  text: string,
  { added }: Change,
  lines: number,
  parser: RepairingParser,
): IToken[] => {
  const cst = home?.$cstNode
  if (home?.$type !== 'Catalog' || cst === undefined) return [...tokens]
  const open = GrammarUtils.findNodeForKeyword(cst, '{')
  const head = parser.tokensBetween(text, cst.offset, open?.end ?? cst.offset, cst.range.start.line)
  const close = parser.tokensBetween(text, cst.end + added - 1, cst.end + added, cst.range.end.line + lines)
  return [...head.tokens, ...tokens, ...close.tokens]
}

/** The passage in what was read of it and the block around it. */
const readIn = ({ declarations: [first, ...more] }: ast.Model): AstNode | undefined => {
  if (more.length > 0 || first === undefined) return undefined
  if (first.$type !== 'Catalog') return first
  return first.statements.length === 1 ? first.statements[0] : undefined
}
