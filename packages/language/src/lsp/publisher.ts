import { DocumentState, interruptAndCheck } from 'langium'
import type { Connection } from 'vscode-languageserver'
import { libraryScheme } from '../references/library.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { pulls } from './reports.ts'

/**
 * Sends the findings of every file of the workspace after each build, open or not: a change in one file may settle or raise
 * findings in any other. Only files whose findings differ from what was sent last are sent, those first that were built, and none to a client that asks for them.
 */
export const publishFindings = (connection: Connection, services: EntitleLspServices): void => {
  const sent = new Map<string, string>()
  let asked = false
  const { Reports } = services.editor
  const { DocumentBuilder } = services.shared.workspace
  const publish = async (first: readonly string[]): Promise<void> => {
    if (asked) return
    for (const uri of new Set([...first, ...Reports.uris, ...sent.keys()])) {
      const { id, diagnostics } = Reports.of(uri)
      if (id === sent.get(uri) || (diagnostics.length === 0 && !sent.has(uri))) continue
      if (diagnostics.length === 0) sent.delete(uri)
      else sent.set(uri, id)
      await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] })
    }
  }
  services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    asked = pulls(capabilities)
  })
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async (documents, token) => {
    await interruptAndCheck(token)
    await publish(documents.flatMap(({ uri }) => (uri.scheme === libraryScheme ? [] : [uri.toString()])))
  })
  // Where a file goes to which no other refers, nothing is built and no phase is told of.
  DocumentBuilder.onUpdate(async (changed, deleted) => {
    if (changed.length === 0 && deleted.length > 0) await publish([])
  })
}
