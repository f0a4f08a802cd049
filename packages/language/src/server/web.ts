import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import { ClientFiles } from './client-files.ts'
import { lendsFiles } from './file-requests.ts'
import { startServer } from './start-server.ts'

/**
 * Makes this web worker the language server: each message that is posted to it, and that it posts, is one of the protocol.
 * Files are the client's, see `file-requests.ts`. The worker ends when the client sends `exit`.
 */
export const serve = (): void => {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  )
  connection.onExit(() => self.close())
  const spaces = startServer(connection, {
    fileSystemProvider: () => new ClientFiles(connection, () => lendsFiles(spaces.client?.experimental)),
    today: () => new Date().toISOString().slice(0, 10),
  })
}
