import { type AstNodeDescription, type LangiumDocument, URI } from 'langium'
import { type CompletionItem, MarkupKind } from 'vscode-languageserver'
import { wordMarkdown } from '../printing/words.ts'
import type { Expectation, Place } from '../syntax/expectation.ts'
import { declarationMarkdown } from './declaration-markdown.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** What an item stands for, to look its documentation up when somebody reads it. */
interface Documented {
  /** The document that is being typed in. */
  readonly uri: string
  /** Of the language: a word's meaning. */
  readonly word?: string
  /** Types of the blocks around the word, the innermost first: some words mean something else in another block. */
  readonly around?: readonly string[]
  readonly rule?: string
  readonly declared?: { readonly uri: string; readonly path: string }
}

export const documentedNode = ({ uri }: LangiumDocument, { documentUri, path }: AstNodeDescription): Documented => ({
  uri: uri.toString(),
  declared: { uri: documentUri.toString(), path },
})
export const documentedWord = ({ uri }: LangiumDocument, { rule, outer }: Expectation): Documented => ({
  uri: uri.toString(),
  word: rule,
  around: rulesOf(outer),
})
export const documentedRule = ({ uri }: LangiumDocument, rule: string): Documented => ({ uri: uri.toString(), rule })

const rulesOf = (place: Place | undefined): readonly string[] =>
  place === undefined ? [] : [place.rule, ...rulesOf(place.outer)]

/** An item with its documentation. */
export const resolveItem = (item: CompletionItem, services: EntitleLspServices): CompletionItem => {
  const data: unknown = item.data
  const value =
    typeof data === 'object' && data !== null && 'uri' in data ? textOf(data as Documented, services) : undefined
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } }
}

const textOf = ({ word, around, rule, declared }: Documented, services: EntitleLspServices): string | undefined => {
  if (word !== undefined) return wordMarkdown(word, around)
  if (rule !== undefined) return services.editor.Rules.describe(rule)
  if (declared === undefined) return undefined
  const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(declared.uri))
  const node = document && services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, declared.path)
  return node && declarationMarkdown(node, services)
}
