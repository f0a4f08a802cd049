import { type AstNode, CstUtils, type LangiumDocument } from 'langium'
import type { ClientCapabilities, CodeAction, Range } from 'vscode-languageserver'
import type { EntitleLspServices } from '../lsp-services.ts'
import { declareObject } from './declare-object.ts'
import { renameDisplayName } from './display-name.ts'
import { extractTemplate } from './extract-template.ts'
import { inlineTemplate } from './inline-template.ts'
import { movePackage } from './move-package.ts'
import type { Refactoring } from './refactoring.ts'

const all: readonly Refactoring[] = [extractTemplate, inlineTemplate, movePackage, declareObject, renameDisplayName]

/** Refactorings for what is selected. A file that doesn't parse is better repaired first. */
export const refactorings = (
  document: LangiumDocument,
  range: Range,
  services: EntitleLspServices,
  client: ClientCapabilities,
): CodeAction[] => {
  if (document.parseResult.parserErrors.length > 0 || document.parseResult.lexerErrors.length > 0) return []
  const start = document.textDocument.offsetAt(range.start)
  const end = document.textDocument.offsetAt(range.end)
  const nodes = nodesAt(document, start)
  return all.flatMap(refactoring => refactoring({ document, nodes, start, end, services, client }))
}

/** The nodes around an offset, from the inside outwards. */
export const nodesAt = (document: LangiumDocument, offset: number): readonly AstNode[] => {
  const root = document.parseResult.value.$cstNode
  const leaf =
    root === undefined
      ? undefined
      : (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeAtOffset(root, offset - 1))
  const nodes: AstNode[] = []
  for (let node = leaf?.astNode; node !== undefined; node = node.$container) nodes.push(node)
  return nodes
}
