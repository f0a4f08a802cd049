import { DocumentState, type LangiumDocument, URI } from 'langium'
import * as langium from 'langium/lsp'
import type { CancellationToken, Connection, SelectionRangeParams } from 'vscode-languageserver'
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
  followFolders(connection, services)
  const server = shared.lsp.LanguageServer
  connection.onInitialize(params => server.initialize(params))
  connection.onInitialized(params => server.initialized(params))
  shared.workspace.TextDocuments.listen(connection)
  connection.listen()
}

/** Folders that come and go while the editor is open. */
const followFolders = (connection: Connection, { shared }: EntitleLspServices): void => {
  let follows = false
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    follows = capabilities.workspace?.workspaceFolders === true
  })
  shared.lsp.LanguageServer.onInitialized(() => {
    if (!follows) return
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      await shared.workspace.WorkspaceManager.ready
      const uris = (folders: readonly { readonly uri: string }[]) => folders.map(({ uri }) => URI.parse(uri))
      await shared.workspace.WorkspaceLock.write((token: CancellationToken) =>
        shared.workspace.DocumentBuilder.update(uris(added), uris(removed), token),
      )
    })
  })
}
