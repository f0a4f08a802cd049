import { CstUtils, type LangiumDocument } from 'langium'
import type { DocumentLinkProvider } from 'langium/lsp'
import type { DocumentLink } from 'vscode-languageserver'
import { isDirectoryObject, isInTenant, isObjectUse, isRuleSetting, isWaiver } from '../generated/ast.ts'
import { textValue } from '../syntax/text-value.ts'
import { rulePage } from './diagnostics.ts'

/** Sites open in the browser; rules open their pages. */
export class EntitleDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const root = document.parseResult.value.$cstNode
    if (root === undefined) return []
    return CstUtils.flattenCst(root)
      .filter(leaf => !leaf.hidden)
      .flatMap((leaf): DocumentLink[] => {
        const node = leaf.astNode
        if (
          (isRuleSetting(node) || isWaiver(node)) &&
          leaf.text === node.rule &&
          leaf.offset > (node.$cstNode?.offset ?? 0)
        )
          return [{ range: leaf.range, target: rulePage(node.rule), tooltip: 'What the rule says' }]
        if (!leaf.text.startsWith('"') || !(isDirectoryObject(node) || isInTenant(node) || isObjectUse(node))) return []
        const target = textValue(leaf.text)
        if (!/^https:\/\/[^\s]+$/.test(target) || !URL.canParse(target)) return []
        const [start, end] = [
          document.textDocument.positionAt(leaf.offset + 1),
          document.textDocument.positionAt(leaf.end - 1),
        ]
        return [{ range: { start, end }, target, tooltip: 'Open the site' }]
      })
      .toArray()
  }
}
