import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { ClientFiles } from './client-files.ts'
import { lendsFiles } from './file-requests.ts'
import { LocalFiles } from './local-files.ts'
import { keepSmall } from './memory.ts'
import { startServer } from './start-server.ts'

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe']

/** Over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`; standard input and output where it names nothing. */
const connect = (): Connection =>
  process.argv.some(argument => transports.some(transport => argument.startsWith(transport)))
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout)

let started = false

/** Makes this process the language server; once, however often it is called. */
export const serve = (): void => {
  if (started) return
  started = true
  // Standard output belongs to the protocol; what a library prints goes to standard error.
  console.log = console.error
  console.debug = console.error
  console.info = console.error
  const connection = connect()
  const spaces = startServer(connection, {
    fileSystemProvider: () =>
      new LocalFiles(new ClientFiles(connection, () => lendsFiles(spaces.client?.experimental))),
    today: () => new Date().toISOString().slice(0, 10),
    opened: keepSmall,
  })
}

// A process that an editor started over IPC is a server and nothing else.
if (process.argv.includes('--node-ipc')) serve()
