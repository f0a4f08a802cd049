import { DocumentState, type FileSystemProvider } from 'langium'
import type { Connection } from 'vscode-languageserver'
import type { AskNames } from '../lsp/directory-names.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { publishFindings } from '../lsp/publisher.ts'
import { type RuleBook, ruleBook } from '../lsp/rule-book.ts'
import { createEntitleLanguageServer } from '../module/language-server.ts'
import { rules, runRules } from '../rules/index.ts'
import type { Rules } from '../workspace/analyze.ts'
import { answerRequests } from './answer-requests.ts'
import { askClient } from './directory-requests.ts'
import { listen } from './listen.ts'
import { pullDiagnostics } from './pull-diagnostics.ts'
import { refreshHints } from './refresh.ts'
import { Spaces } from './spaces.ts'

/** What a server needs of the place where it runs. */
export interface ServerPlace {
  readonly fileSystemProvider: () => FileSystemProvider
  /** ISO date, in UTC. */
  readonly today: () => string
  /** Other rules than the language's own. */
  readonly rules?: Rules
  readonly book?: RuleBook
  /** Called when a workspace has been read for the first time. */
  readonly opened?: () => void
}

/** Serves the language over a connection: the same in Node, in a worker and in tests. Its mistakes go to the client's log. */
export const startServer = (connection: Connection, place: ServerPlace): Spaces => {
  const names = askClient(connection, () => spaces.client?.experimental)
  const spaces: Spaces = new Spaces(connection, line => serve(line, { ...place, names }))
  answerRequests(connection, spaces)
  connection.listen()
  return spaces
}

/** A server for one space of names, on its line. */
const serve = (
  connection: Connection,
  { opened, ...place }: ServerPlace & { readonly names: AskNames },
): EntitleLspServices => {
  const log = { error: (message: string) => connection.console.error(message) }
  const { entitle } = createEntitleLanguageServer({ connection, log, rules: runRules, book: ruleBook(rules), ...place })
  publishFindings(connection, entitle)
  pullDiagnostics(connection, entitle)
  refreshHints(connection, entitle)
  listen(connection, entitle)
  const { DocumentBuilder } = entitle.shared.workspace
  const first = DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    queueMicrotask(() => first.dispose()) // not while listeners are being told
    opened?.()
  })
  return entitle
}
