import { type AstNode, type CstNode, GrammarUtils, type LangiumDocument } from 'langium'
import { CodeActionKind, type TextEdit } from 'vscode-languageserver'
import {
  isCatalog,
  isDirectoryObject,
  isOrganization,
  isPackage,
  isPolicy,
  isStandaloneReview,
} from '../../generated/ast.ts'
import { blockOf } from '../../resolve/block.ts'
import { addStatement } from '../../rules/edit.ts'
import { rangeOf } from '../diagnostics.ts'
import type { Refactoring } from './refactoring.ts'
import { editAt } from './source.ts'

type Named = AstNode & { readonly displayName: string; readonly statements: readonly AstNode[] }

/** What the tenant knows by its display name, and may have known by another. */
const hasFormerNames = (node: AstNode): node is Named =>
  isOrganization(node) || isCatalog(node) || isPackage(node) || isPolicy(node) || isStandaloneReview(node)

/** A display name in a source. */
export interface DisplayName {
  readonly node: Named
  readonly cst: CstNode
}

/** The display name that stands at the offset, with its quotes. */
export const displayNameAt = (nodes: readonly AstNode[], offset: number): DisplayName | undefined => {
  const node = nodes[0]
  if (node === undefined || !(hasFormerNames(node) || isDirectoryObject(node)) || !node.displayName) return undefined
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, 'displayName')
  return cst === undefined || offset < cst.offset || cst.end < offset ? undefined : { node, cst }
}

/** `formerly "…"` with the name of today, by which the tenant still knows the object; none where there can't be one. */
const keepFormer = ({ node, cst }: DisplayName): TextEdit | undefined => {
  if (!hasFormerNames(node)) return undefined
  const { range, text } = addStatement(blockOf(node, node.statements), [`formerly ${cst.text}`])
  return { range: rangeOf(range), newText: text }
}

/** The edits that give a new display name, already written as a text of the language. */
export const renamed = (document: LangiumDocument, name: DisplayName, newText: string): TextEdit[] => {
  const former = keepFormer(name)
  const edit = editAt(document, name.cst.offset, name.cst.end, newText)
  return newText === name.cst.text || former === undefined ? [edit] : [edit, former]
}

/** Keeps the display name as a former one and puts the cursor where the new one goes; for editors that take snippets in edits. */
export const renameDisplayName: Refactoring = ({ nodes, start, document, services, client }) => {
  const name = displayNameAt(nodes, start)
  const { documentChanges, snippetEditSupport } = client.workspace?.workspaceEdit ?? {}
  const former = name === undefined ? undefined : keepFormer(name)
  if (name === undefined || former === undefined || documentChanges !== true || snippetEditSupport !== true) return []
  const inside = name.cst.text.slice(1, -1).replace(/[\\$}]/g, '\\$&')
  const { range } = editAt(document, name.cst.offset, name.cst.end, '')
  const snippet = { kind: 'snippet' as const, value: `"\${1:${inside}}"` }
  const version = services.shared.workspace.TextDocuments.get(document.uri)?.version ?? null
  return [
    {
      title: 'Rename display name and keep the old one as formerly',
      kind: `${CodeActionKind.RefactorRewrite}.displayName`,
      edit: {
        documentChanges: [
          { textDocument: { uri: document.uri.toString(), version }, edits: [{ range, snippet }, former] },
        ],
      },
    },
  ]
}
