import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium'
import type { DocumentSymbolProvider } from 'langium/lsp'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import { isModel, isOwnRule } from '../generated/ast.ts'

const kinds: { readonly [type: string]: SymbolKind } = {
  Tenant: SymbolKind.Namespace,
  Organization: SymbolKind.Module,
  DirectoryObject: SymbolKind.Variable,
  Catalog: SymbolKind.Package,
  Workflow: SymbolKind.Event,
  Package: SymbolKind.Class,
  PolicyTemplate: SymbolKind.Interface,
  Policy: SymbolKind.Method,
  StandaloneReview: SymbolKind.Object,
  Assign: SymbolKind.Key,
  Standard: SymbolKind.Enum,
  RuleSetting: SymbolKind.EnumMember,
  OwnRule: SymbolKind.EnumMember,
  Scenario: SymbolKind.Function,
}

export const symbolKindOf = (type: string): SymbolKind => kinds[type] ?? SymbolKind.Variable

/** The outline of a file: declarations with those inside them. */
export class EntitleDocumentSymbolProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    const root = document.parseResult.value
    return isModel(root) ? root.declarations.flatMap(symbolsOf) : []
  }
}

const symbolsOf = (node: AstNode): DocumentSymbol[] => {
  const cst = node.$cstNode
  if (kinds[node.$type] === undefined || cst === undefined) return []
  const detail = 'displayName' in node && typeof node.displayName === 'string' ? node.displayName : undefined
  return [
    {
      name: symbolName(node),
      ...(detail === undefined ? {} : { detail }),
      kind: symbolKindOf(node.$type),
      range: cst.range,
      selectionRange: nameNode(node)?.range ?? cst.range,
      children: inside(node).flatMap(symbolsOf),
    },
  ]
}

const nameNode = (node: AstNode) =>
  ['name', 'title', 'rule', 'subject']
    .map(key => GrammarUtils.findNodeForProperty(node.$cstNode, key))
    .find(cst => cst !== undefined)

/** Never empty, as clients refuse a symbol without a name. */
const symbolName = (node: AstNode): string => {
  const written = nameNode(node)?.text ?? ''
  if (node.$type === 'Assign') return `assign ${written}`.trim()
  if (isOwnRule(node) && written === '') return `${node.demand} ${node.claim?.$cstNode?.text ?? ''}`.trim()
  return written.replace(/^"|"$/g, '') || `${node.$type.toLowerCase()} without a name`
}

const inside = (node: AstNode): readonly AstNode[] =>
  'statements' in node && Array.isArray(node.statements) ? (node.statements as AstNode[]) : []
