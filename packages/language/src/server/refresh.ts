import { DocumentState, interruptAndCheck } from 'langium'
import type { Connection } from 'vscode-languageserver'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'

/** Asks the client to look again at what stands between the lines of open files, when another file or a setting changes it. */
export const refreshHints = (connection: Connection, { shared }: EntitleLspServices): void => {
  const { ConfigurationProvider, DocumentBuilder, TextDocuments } = shared.workspace
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    const lenses = capabilities.workspace?.codeLens?.refreshSupport === true
    const hints = capabilities.workspace?.inlayHint?.refreshSupport === true
    const refresh = () => {
      // A client that is gone asks no more.
      if (lenses) connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined)
      if (hints) connection.languages.inlayHint.refresh().catch(() => undefined)
    }
    if (!lenses && !hints) return
    let changed: ReadonlySet<string> = new Set()
    DocumentBuilder.onUpdate(uris => {
      changed = new Set(uris.map(uri => uri.toString()))
    })
    DocumentBuilder.onBuildPhase(DocumentState.Validated, async (_documents, token) => {
      await interruptAndCheck(token)
      if (TextDocuments.keys().some(uri => !changed.has(uri))) refresh()
    })
    ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
      if (section === 'entitle') refresh()
    })
  })
}
