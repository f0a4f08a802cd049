import { DocumentState, type LangiumDocument } from 'langium'
import * as langium from 'langium/lsp'
import type { Connection, DocumentRangesFormattingParams, SelectionRangeParams } from 'vscode-languageserver'
import { EntitleCodeActionProvider } from '../lsp/code-actions.ts'
import { EntitleCompletionProvider } from '../lsp/completion.ts'
import { EntitleFormatter } from '../lsp/formatter.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { selectionRanges } from '../lsp/selection-ranges.ts'

/** Connects every feature with its request. Findings are published by `publishFindings`, not file by file as Langium does. */
export const listen = (connection: Connection, services: EntitleLspServices): void => {
  const { shared } = services
  langium.addDocumentUpdateHandler(connection, shared)
  langium.addCompletionHandler(connection, shared)
  langium.addFindReferencesHandler(connection, shared)
  langium.addDocumentSymbolHandler(connection, shared)
  langium.addGotoDefinitionHandler(connection, shared)
  langium.addDocumentHighlightHandler(connection, shared)
  langium.addFoldingRangeHandler(connection, shared)
  langium.addFormattingHandler(connection, shared)
  langium.addCodeActionHandler(connection, shared)
  langium.addRenameHandler(connection, shared)
  langium.addHoverHandler(connection, shared)
  langium.addInlayHintHandler(connection, shared)
  langium.addSemanticTokenHandler(connection, shared)
  langium.addCodeLensHandler(connection, shared)
  langium.addDocumentLinkHandler(connection, shared)
  langium.addConfigurationChangeHandler(connection, shared)
  langium.addWorkspaceSymbolHandler(connection, shared)
  connection.onSelectionRanges(
    langium.createRequestHandler(
      (_language, document: LangiumDocument, { positions }: SelectionRangeParams) =>
        selectionRanges(document, positions),
      shared,
      DocumentState.Parsed,
    ),
  )
  const { CodeActionProvider, CompletionProvider, Formatter } = services.lsp
  if (CodeActionProvider instanceof EntitleCodeActionProvider)
    connection.onCodeActionResolve(action => CodeActionProvider.resolve(action) ?? action)
  if (Formatter instanceof EntitleFormatter)
    connection.onDocumentRangesFormatting(
      langium.createRequestHandler(
        (_language, document: LangiumDocument, params: DocumentRangesFormattingParams) =>
          Formatter.formatDocumentRanges(document, params),
        shared,
        DocumentState.Parsed,
      ),
    )
  if (CompletionProvider instanceof EntitleCompletionProvider)
    connection.onCompletionResolve(item => CompletionProvider.resolve(item) ?? item)
  const server = shared.lsp.LanguageServer
  connection.onInitialize(params => server.initialize(params))
  connection.onInitialized(params => server.initialized(params))
  shared.workspace.TextDocuments.listen(connection)
}
