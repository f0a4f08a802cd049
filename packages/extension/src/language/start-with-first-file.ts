import { Disposable, type LogOutputChannel, workspace } from 'vscode'
import type { LanguageServer } from './client.ts'

/** Starts the language server once a file of the language is open. `whenReady` is called once it runs, and whenever a file is saved. */
export const startWithFirstFile = (
  language: LanguageServer,
  log: LogOutputChannel,
  whenReady: () => unknown,
): Disposable => {
  const start = (document: { readonly languageId: string }) => {
    if (document.languageId !== 'entitle') return
    language
      .ready()
      .then(whenReady)
      .catch((error: unknown) => log.error(`The language server could not be started: ${String(error)}`))
  }
  workspace.textDocuments.forEach(start)
  return Disposable.from(workspace.onDidOpenTextDocument(start), workspace.onDidSaveTextDocument(start))
}
