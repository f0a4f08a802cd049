import { type AstNode, AstUtils } from 'langium'
import { digest } from '../syntax/digest.ts'
import { perNode } from '../syntax/per-node.ts'

/** What a top-level declaration, with the lines that it stands on, says and where: another text whenever one of these is different. */
const ofDeclaration: (node: AstNode) => string = perNode(node => {
  const { $cstNode: cst } = node
  const document = AstUtils.findRootNode(node).$document
  const text = document?.textDocument.getText() ?? ''
  const { parserErrors = [], lexerErrors = [] } = document?.parseResult ?? {}
  // Where a file has mistakes, how a declaration is read may hang on what stands around it.
  if (cst === undefined || parserErrors.length > 0 || lexerErrors.length > 0)
    return `${cst?.offset ?? ''} ${digest(text)}`
  const start = text.lastIndexOf('\n', cst.offset - 1) + 1
  const end = text.indexOf('\n', cst.end)
  const { line, character } = cst.range.start
  return `${line}:${character} ${digest(text.slice(start, end < 0 ? undefined : end + 1))}`
})

/** The stamp of the top-level declaration that a node stands in. */
export const stampOf = (node: AstNode): string => {
  let declaration = node
  while (declaration.$container?.$container !== undefined) declaration = declaration.$container
  return ofDeclaration(declaration)
}
