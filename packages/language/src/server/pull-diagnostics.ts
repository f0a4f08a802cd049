import { DocumentState, interruptAndCheck, URI } from 'langium'
import {
  type CancellationToken,
  type Connection,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { pulls } from '../lsp/reports.ts'

/**
 * Answers a client that asks for diagnostics, of one file or of the workspace, open or not. A client that can be told to ask
 * again is, when a change in one file settled or raised findings in another that it knows.
 */
export const pullDiagnostics = (connection: Connection, services: EntitleLspServices): void => {
  const { Reports } = services.editor
  const { DocumentBuilder, TextDocuments, WorkspaceLock, WorkspaceManager } = services.shared.workspace
  const told = new Map<string, string>()

  const read = async <T>(action: () => T): Promise<T> => {
    await WorkspaceManager.ready
    return WorkspaceLock.read(action)
  }
  const reportOf = (
    uri: string,
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport => {
    const { id, diagnostics } = Reports.of(uri)
    told.set(uri, id)
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnostics] }
  }

  let takesRelated = false
  services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    takesRelated = capabilities.textDocument?.diagnostic?.relatedDocumentSupport === true
  })
  /** What the client was told of other files and is no longer so. */
  const relatedTo = (asked: string) => {
    const stale = [...told].filter(([uri, id]) => uri !== asked && Reports.of(uri).id !== id)
    return stale.length === 0 || !takesRelated
      ? {}
      : { relatedDocuments: Object.fromEntries(stale.map(([uri]) => [uri, reportOf(uri, undefined)])) }
  }

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    read(() => {
      const uri = URI.parse(textDocument.uri).toString()
      return { ...reportOf(uri, previousResultId), ...relatedTo(uri) }
    }),
  )

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, parts) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [URI.parse(uri).toString(), value]))
    const answer = (): WorkspaceDiagnosticReport => ({
      items: [...new Set([...Reports.uris, ...previous.keys()])].map(uri => ({
        uri,
        version: TextDocuments.get(uri)?.version ?? null,
        ...reportOf(uri, previous.get(uri)),
      })),
    })
    // A client that takes answers in parts asks again at once: it is answered when there is news.
    for (;;) {
      const news = nextBuild(services, token)
      const report = await read(answer)
      const hasNews = report.items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)
      if (hasNews || parts === undefined || token.isCancellationRequested) {
        news.forget()
        return report
      }
      await news.told
    }
  })

  let changed: ReadonlySet<string> = new Set()
  DocumentBuilder.onUpdate(uris => {
    changed = new Set(uris.map(uri => uri.toString()))
  })
  services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    if (!pulls(capabilities) || capabilities.workspace?.diagnostics?.refreshSupport !== true) return
    DocumentBuilder.onBuildPhase(DocumentState.Validated, async (_documents, token) => {
      await interruptAndCheck(token)
      const stale = [...told].filter(([uri, id]) => !changed.has(uri) && Reports.of(uri).id !== id)
      if (stale.length === 0) return
      for (const [uri] of stale) told.delete(uri)
      connection.languages.diagnostics.refresh().catch(() => undefined) // a client that is gone asks no more
    })
  })
}

/** Resolves when something was built or deleted after now, or the request is cancelled. */
const nextBuild = (
  { shared }: EntitleLspServices,
  token: CancellationToken,
): { readonly told: Promise<void>; readonly forget: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { DocumentBuilder } = shared.workspace
  const listening = [
    DocumentBuilder.onBuildPhase(DocumentState.Validated, () => resolve()),
    DocumentBuilder.onUpdate((_changed, deleted) => {
      if (deleted.length > 0) resolve()
    }),
    token.onCancellationRequested(() => resolve()),
  ]
  const forget = () => {
    for (const each of listening) each.dispose()
  }
  return { told: promise.finally(forget), forget }
}
