import { DocumentState, interruptAndCheck } from 'langium'
import type { Connection } from 'vscode-languageserver'
import { libraryScheme } from '../references/library.ts'
import type { Analyst } from './analyst.ts'
import { diagnosticOf } from './diagnostics.ts'
import type { Log } from './guard.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/**
 * Sends the findings of every file of the workspace after each build, open or not: a change in one file may settle or raise
 * findings in any other. Only files whose findings differ from what was sent last are sent.
 */
export const publishFindings = (connection: Connection, services: EntitleLspServices): void => {
  const sent = new Map<string, string>()
  const { Analyst } = services.editor // listens for changes from here on, so that it forgets before anything is published
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace
  const publish = async (): Promise<void> => {
    const uris = LangiumDocuments.all
      .filter(({ uri }) => uri.scheme !== libraryScheme)
      .map(({ uri }) => uri.toString())
      .toSet()
    for (const uri of new Set([...uris, ...sent.keys()])) {
      const diagnostics = uris.has(uri) ? findingsOf(uri, Analyst, services.editor.Log).map(diagnosticOf) : []
      const digest = JSON.stringify(diagnostics)
      if (digest === (sent.get(uri) ?? '[]')) continue
      await connection.sendDiagnostics({ uri, diagnostics })
      if (diagnostics.length === 0) sent.delete(uri)
      else sent.set(uri, digest)
    }
  }
  DocumentBuilder.onBuildPhase(DocumentState.Validated, async (_documents, token) => {
    await interruptAndCheck(token)
    await publish()
  })
  // Where a file goes to which no other refers, nothing is built and no phase is told of.
  DocumentBuilder.onUpdate(async (changed, deleted) => {
    if (changed.length === 0 && deleted.length > 0) await publish()
  })
}

const findingsOf = (uri: string, analyst: Analyst, log: Log) => {
  try {
    return analyst.findingsIn(uri)
  } catch (error) {
    log.error(`checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return []
  }
}
