import { GrammarUtils, UriUtils } from 'langium'
import { CodeActionKind } from 'vscode-languageserver'
import { isCatalog, isPackage } from '../../generated/ast.ts'
import type { Refactoring } from './refactoring.ts'
import { editAt, laidOut, stretchOf, textOf } from './source.ts'

/** Moves a package out of its catalog's block, or out of a file with other declarations, into a file of its own beside it. */
export const movePackage: Refactoring = ({ nodes, document, services, client }) => {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {}
  const node = nodes.find(isPackage)
  if (node === undefined || documentChanges !== true || resourceOperations?.includes('create') !== true) return []
  if (['untitled', 'git'].includes(document.uri.scheme)) return []
  const home = isCatalog(node.$container) ? node.$container.name : undefined
  const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'displayName')
  if (name === undefined || (home === undefined && node.$container.$type === 'Model' && alone(node.$container)))
    return []
  const uri = UriUtils.joinPath(UriUtils.dirname(document.uri), `${node.name}.entitle`)
  if (services.shared.workspace.LangiumDocuments.hasDocument(uri)) return []
  const { start, end, text } = stretchOf(node)
  const source = textOf(document)
  const cut = name.end - (source.length - source.slice(start).trimStart().length)
  const moved = home === undefined ? text : `${text.slice(0, cut)} in ${home}${text.slice(cut)}`
  const file = uri.toString()
  const nowhere = { line: 0, character: 0 }
  const version = services.shared.workspace.TextDocuments.get(document.uri)?.version ?? null
  const path = uri.path.slice(uri.path.lastIndexOf('/') + 1)
  return [
    {
      title: `Move package ${node.name} to ${path}`,
      kind: `${CodeActionKind.RefactorMove}.package`,
      edit: {
        documentChanges: [
          { kind: 'create', uri: file, options: { overwrite: false, ignoreIfExists: false } },
          {
            textDocument: { uri: file, version: null },
            edits: [{ range: { start: nowhere, end: nowhere }, newText: `${laidOut(moved, services)}\n` }],
          },
          {
            textDocument: { uri: document.uri.toString(), version },
            edits: [editAt(document, start, end, '')],
          },
        ],
      },
    },
  ]
}

const alone = (model: { readonly declarations: readonly unknown[] }): boolean => model.declarations.length === 1
