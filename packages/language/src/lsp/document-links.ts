import { type CstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium'
import type { DocumentLinkProvider } from 'langium/lsp'
import type { DocumentLink } from 'vscode-languageserver'
import { isDirectoryObject, isInTenant, isObjectUse, isRuleSetting, isWaiver } from '../generated/ast.ts'
import { rulePage } from '../rules/index.ts'
import { textValue } from '../syntax/text-value.ts'

/** Sites and pages open in the browser, wherever they are written; rules open their pages. */
export class EntitleDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const root = document.parseResult.value.$cstNode
    if (root === undefined) return []
    return CstUtils.flattenCst(root)
      .flatMap(leaf => (leaf.hidden ? pages(leaf, document) : linksOf(leaf, document)))
      .toArray()
  }
}

const linksOf = (leaf: LeafCstNode, document: LangiumDocument): DocumentLink[] => {
  const node = leaf.astNode
  if ((isRuleSetting(node) || isWaiver(node)) && leaf.text === node.rule && leaf.offset > (node.$cstNode?.offset ?? 0))
    return [{ range: leaf.range, target: rulePage(node.rule), tooltip: 'What the rule says' }]
  if (!leaf.text.startsWith('"')) return []
  if (!(isDirectoryObject(node) || isInTenant(node) || isObjectUse(node))) return pages(leaf, document)
  const target = textValue(leaf.text)
  if (!/^https:\/\/[^\s]+$/.test(target) || !URL.canParse(target)) return []
  return [link(document, leaf.offset + 1, leaf.end - 1, target, 'Open the site')]
}

/** Addresses in comments and texts, less the punctuation of the sentence around them. */
const pages = ({ text, offset }: CstNode, document: LangiumDocument): DocumentLink[] =>
  [...text.matchAll(/https:\/\/[^\s"<>`\\]+/g)].flatMap(found => {
    const target = withoutPunctuation(found[0])
    const start = offset + found.index
    return URL.canParse(target) ? [link(document, start, start + target.length, target, 'Open the page')] : []
  })

const withoutPunctuation = (address: string): string => {
  const shorter = address.replace(/(?:[.,;:!?'*]|\*\/)+$/, '')
  const closes = shorter.endsWith(')') && shorter.split(')').length > shorter.split('(').length
  return closes ? withoutPunctuation(shorter.slice(0, -1)) : shorter
}

const link = (
  { textDocument }: LangiumDocument,
  start: number,
  end: number,
  target: string,
  tooltip: string,
): DocumentLink => ({
  range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
  target,
  tooltip,
})
