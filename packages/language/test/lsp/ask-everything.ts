import type { LangiumDocument } from 'langium'
import { expect } from 'vitest'
import { ResponseError } from 'vscode-languageserver'
import { EntitleCodeActionProvider } from '../../src/lsp/code-actions.ts'
import { EntitleCompletionProvider } from '../../src/lsp/completion.ts'
import { EntitleFormatter } from '../../src/lsp/formatter.ts'
import { selectionRanges } from '../../src/lsp/selection-ranges.ts'
import { provided, type Workbench } from './workbench.ts'

/** Asks every feature of a document, as an editor might at `offset`. What goes wrong is in the workbench's log. */
export const askEverything = async (bench: Workbench, document: LangiumDocument, offset: number): Promise<void> => {
  const { lsp, shared } = bench.services
  const textDocument = { uri: document.uri.toString() }
  const position = document.textDocument.positionAt(offset)
  const at = { textDocument, position }
  const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
  const options = { tabSize: 2, insertSpaces: true }
  await provided(lsp.CompletionProvider).getCompletion(document, at)
  await provided(lsp.HoverProvider).getHoverContent(document, at)
  await provided(lsp.DefinitionProvider).getDefinition(document, at)
  await provided(lsp.ReferencesProvider).findReferences(document, { ...at, context: { includeDeclaration: true } })
  await provided(lsp.DocumentHighlightProvider).getDocumentHighlight(document, at)
  await provided(lsp.RenameProvider).prepareRename(document, at)
  try {
    await provided(lsp.RenameProvider).rename(document, { ...at, newName: 'brand-new-name' })
  } catch (refusal) {
    expect(refusal).toBeInstanceOf(ResponseError)
  }
  await provided(lsp.DocumentSymbolProvider).getSymbols(document, { textDocument })
  await provided(lsp.FoldingRangeProvider).getFoldingRanges(document, { textDocument })
  await provided(lsp.SemanticTokenProvider).semanticHighlight(document, { textDocument })
  await provided(lsp.CodeActionProvider).getCodeActions(document, {
    textDocument,
    range,
    context: { diagnostics: [] },
  })
  await provided(lsp.CodeLensProvider).provideCodeLens(document, { textDocument })
  await provided(lsp.DocumentLinkProvider).getDocumentLinks(document, { textDocument })
  await provided(lsp.InlayHintProvider).getInlayHints(document, { textDocument, range })
  await provided(lsp.Formatter).formatDocument(document, { textDocument, options })
  await provided(lsp.Formatter).formatDocumentOnType(document, { ...at, options, ch: '}' })
  await provided(shared.lsp.WorkspaceSymbolProvider).getSymbols({ query: 'a' })
  expect(selectionRanges(document, [position])).toHaveLength(1)
  const semantic = provided(lsp.SemanticTokenProvider)
  await semantic.semanticHighlightRange(document, { textDocument, range })
  await semantic.semanticHighlightDelta(document, { textDocument, previousResultId: '' })
  await provided(lsp.Formatter).formatDocumentRange(document, { textDocument, options, range })
  const { CodeActionProvider, CompletionProvider, Formatter } = lsp
  if (Formatter instanceof EntitleFormatter)
    expect(Formatter.formatDocumentRanges(document, { textDocument, options, ranges: [range] })).toBeDefined()
  if (CompletionProvider instanceof EntitleCompletionProvider)
    for (const item of (await CompletionProvider.getCompletion(document, at))?.items ?? [])
      expect(CompletionProvider.resolve(item)).toBeDefined()
  if (CodeActionProvider instanceof EntitleCodeActionProvider)
    for (const action of CodeActionProvider.getCodeActions(document, {
      textDocument,
      range,
      context: { diagnostics: [] },
    }))
      expect(CodeActionProvider.resolve({ ...action, data: { uri: textDocument.uri, range } })).toBeDefined()
}
