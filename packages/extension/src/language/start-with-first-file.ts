import { type Disposable, type LogOutputChannel, workspace } from 'vscode'
import type { LanguageServer } from './client.ts'

/** Starts the language server once a file of the language is open. */
export const startWithFirstFile = (language: LanguageServer, log: LogOutputChannel): Disposable => {
  const start = (document: { readonly languageId: string }) => {
    if (document.languageId !== 'entitle') return
    language.ready().catch((error: unknown) => log.error(`The language server could not be started: ${String(error)}`))
  }
  workspace.textDocuments.forEach(start)
  return workspace.onDidOpenTextDocument(start)
}
