import { type AstNode, AstUtils } from 'langium'
import type * as ast from '../generated/ast.ts'
import { digest } from '../syntax/digest.ts'
import { cutOf, linesOf, passageOf } from '../syntax/passages.ts'
import { perPlace } from '../syntax/per-node.ts'
import { wordsOf } from './units.ts'

/** What a top-level declaration, with the lines that it stands on, says and where: another text whenever one of these is different. */
const ofDeclaration: (node: AstNode) => string = perPlace(node => {
  const { $cstNode: cst } = node
  const document = AstUtils.findRootNode(node).$document
  const text = document?.textDocument.getText() ?? ''
  const cut = document === undefined ? undefined : cutOf(document)
  const { line, character } = cst?.range.start ?? { line: 0, character: 0 }
  if (cut !== undefined) return `${line}:${character} ${digest(wordsOf(node as ast.Declaration, text, cut.ids))}`
  const { parserErrors = [], lexerErrors = [] } = document?.parseResult ?? {}
  // Where a file has mistakes, how a declaration is read may hang on what stands around it.
  if (cst === undefined || parserErrors.length > 0 || lexerErrors.length > 0)
    return `${cst?.offset ?? ''} ${digest(text)}`
  return `${line}:${character} ${digest(linesOf(node, text))}`
})

/** The stamp of the top-level declaration that a node stands in, or of the passage: that one is the same wherever it stands. */
export const stampOf = (node: AstNode): string => {
  const passage = passageOf(node)
  if (passage !== undefined) return passage
  let declaration = node
  while (declaration.$container?.$container !== undefined) declaration = declaration.$container
  return ofDeclaration(declaration)
}
