import { DocumentState, interruptAndCheck } from 'langium'
import type { Connection } from 'vscode-languageserver'
import { libraryScheme } from '../references/library.ts'
import { diagnosticOf } from './diagnostics.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/**
 * Sends the findings of every file of the workspace after each build, open or not: a change in one file may settle or raise
 * findings in any other. Only files whose findings differ from what was sent last are sent.
 */
export const publishFindings = (connection: Connection, services: EntitleLspServices): void => {
  const sent = new Map<string, string>()
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async (_documents, token) => {
    await interruptAndCheck(token)
    const uris = LangiumDocuments.all
      .filter(({ uri }) => uri.scheme !== libraryScheme)
      .map(({ uri }) => uri.toString())
      .toSet()
    for (const uri of new Set([...uris, ...sent.keys()])) {
      const diagnostics = uris.has(uri) ? findingsOf(uri, services).map(diagnosticOf) : []
      const digest = JSON.stringify(diagnostics)
      if (digest === (sent.get(uri) ?? '[]')) continue
      await connection.sendDiagnostics({ uri, diagnostics })
      if (diagnostics.length === 0) sent.delete(uri)
      else sent.set(uri, digest)
    }
  })
}

const findingsOf = (uri: string, { editor }: EntitleLspServices) => {
  try {
    return editor.Analyst.findingsIn(uri)
  } catch (error) {
    editor.Log.error(`checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return []
  }
}
