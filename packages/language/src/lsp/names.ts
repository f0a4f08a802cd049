import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarUtils,
  isReference,
  type LangiumDocument,
  type Reference,
} from 'langium'
import type { Range } from 'vscode-languageserver'
import { isCatalog, isPackage } from '../generated/ast.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** A name in the sources: where it stands, and the declaration that it belongs to. */
export interface Name {
  readonly declaration: AstNode
  readonly uri: string
  readonly range: Range
  /** The name of the declaration itself, rather than a use of it. */
  readonly declares: boolean
  /** The reference that a use is, where the name is its last segment. */
  readonly reference?: Reference
}

/** The name under the cursor, or just before it. */
export const nameAt = (document: LangiumDocument, offset: number, services: EntitleLspServices): Name | undefined => {
  const root = document.parseResult.value.$cstNode
  if (root === undefined) return undefined
  for (const at of [offset, offset - 1]) {
    const leaf = at < 0 ? undefined : CstUtils.findLeafNodeAtOffset(root, at)
    const name = leaf === undefined || leaf.hidden ? undefined : nameOfLeaf(leaf, document, services)
    if (name !== undefined) return name
  }
  return undefined
}

const nameOfLeaf = (leaf: CstNode, document: LangiumDocument, services: EntitleLspServices): Name | undefined => {
  const uri = document.uri.toString()
  const own = ownName(leaf.astNode)
  if (own !== undefined && own.offset === leaf.offset)
    return { declaration: leaf.astNode, uri, range: leaf.range, declares: true }
  for (const { reference } of AstUtils.streamReferences(leaf.astNode)) {
    const cst = reference.$refNode
    if (!isReference(reference) || cst === undefined || leaf.offset < cst.offset || leaf.end > cst.end) continue
    const declaration = segmentTarget(reference, leaf, services)
    if (declaration !== undefined) return { declaration, uri, range: leaf.range, declares: false }
  }
  return undefined
}

/** The place of a declaration's own name. */
export const ownName = (node: AstNode): CstNode | undefined =>
  'name' in node ? GrammarUtils.findNodeForProperty(node.$cstNode, 'name') : undefined

/** What a segment of `catalog.package` stands for: the last the package, the one before its catalog. */
const segmentTarget = (reference: Reference, leaf: CstNode, services: EntitleLspServices): AstNode | undefined => {
  const segments = segmentsOf(reference)
  if (segments.at(-1)?.offset === leaf.offset) return reference.ref
  if (segments.at(0)?.offset !== leaf.offset) return undefined
  const target = reference.ref
  return isPackage(target) ? catalogOf(target) : catalogNamed(leaf.text, services)
}

/** The names that a reference is written with, less the dots between them. */
export const segmentsOf = (reference: Reference): readonly CstNode[] =>
  reference.$refNode === undefined
    ? []
    : CstUtils.flattenCst(reference.$refNode)
        .filter(leaf => !leaf.hidden && leaf.text !== '.')
        .toArray()

export const catalogOf = (node: AstNode): AstNode | undefined => {
  if (!isPackage(node)) return undefined
  return isCatalog(node.$container) ? node.$container : node.catalog?.ref
}

const catalogNamed = (name: string, services: EntitleLspServices): AstNode | undefined => {
  const symbol = services.shared.workspace.SymbolTable.find('catalog', name)
  const document =
    symbol === undefined ? undefined : services.shared.workspace.LangiumDocuments.getDocument(symbol.documentUri)
  return symbol === undefined || document === undefined
    ? undefined
    : services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, symbol.path)
}
