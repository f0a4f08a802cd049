import { type AstNode, CstUtils, GrammarAST, GrammarUtils, type LangiumDocument } from 'langium'
import type { HoverProvider } from 'langium/lsp'
import { type Hover, type HoverParams, MarkupKind, type Range } from 'vscode-languageserver'
import { isDuration, isMoment, isRuleSetting, isWaiver } from '../generated/ast.ts'
import { wordMarkdown } from '../printing/words.ts'
import { rulePage } from '../rules/index.ts'
import { declarationMarkdown } from './declaration-markdown.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { nameAt } from './names.ts'

/** On a name what it stands for, once templates are taken in; on a word, a date or a duration what it means; on a rule what it finds. */
export class EntitleHoverProvider implements HoverProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
    const offset = document.textDocument.offsetAt(params.position)
    const name = nameAt(document, offset, this.services)
    if (name !== undefined) return hover(declarationMarkdown(name.declaration, this.services), name.range)
    const root = document.parseResult.value.$cstNode
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset)
    if (leaf === undefined || leaf.hidden) return undefined
    const node = leaf.astNode
    if ((isRuleSetting(node) || isWaiver(node)) && GrammarUtils.findNodeForProperty(node.$cstNode, 'rule') === leaf)
      return hover(this.ruleMarkdown(leaf.text), leaf.range)
    if (isDuration(node) || isMoment(node)) return hover(wordMarkdown(node.$type), node.$cstNode?.range ?? leaf.range)
    if (!GrammarAST.isKeyword(leaf.grammarSource) || !/^[a-z]/.test(leaf.text)) return undefined
    return hover(wordMarkdown(node.$type, around(node)), leaf.range)
  }

  private ruleMarkdown(rule: string): string {
    const about = this.services.editor.Rules.describe(rule)
    return about === undefined
      ? `No rule is called \`${rule}\`.`
      : `**${rule}**\n\n${about}\n\n[The rule’s page](${rulePage(rule)})`
  }
}

/** The types of the blocks around a node, the innermost first. */
const around = ({ $container }: AstNode): string[] =>
  $container === undefined ? [] : [$container.$type, ...around($container)]

const hover = (markdown: string | undefined, range: Range): Hover | undefined =>
  markdown === undefined ? undefined : { contents: { kind: MarkupKind.Markdown, value: markdown }, range }
