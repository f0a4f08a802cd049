import { fork } from 'node:child_process'
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'

/** A language server in a process of its own, as an editor starts it. */
export interface LanguageClient {
  readonly connection: ProtocolConnection
  /** Resolves when the server next reports on the file `uri` in such a way that `looks` holds. */
  reported(uri: string, looks: (diagnostics: readonly Diagnostic[]) => boolean): Promise<void>
  /** Memory that the process holds now, in MiB. */
  memory(): number
  stop(): Promise<void>
}

/** Starts a server's module and has it open `folder`; `settings` answer what it asks of its configuration. */
export const startLanguageServer = async (
  module: string,
  folder: string,
  settings: { readonly [section: string]: unknown } = {},
): Promise<LanguageClient> => {
  const child = fork(module, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  child.on('exit', code => {
    if (code !== null && code !== 0) throw new Error(`${module} ended with ${code}`)
  })
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>()
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const look of waiting) look(params)
  })
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('window/workDoneProgress/create', () => null)
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly { section?: string }[] }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true } },
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'bench' }],
  })
  await connection.sendNotification('initialized', {})
  return {
    connection,
    reported: (uri, looks) =>
      new Promise<void>(resolve => {
        const look = ({ uri: of, diagnostics }: PublishDiagnosticsParams) => {
          if (of !== uri || !looks(diagnostics)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
      }),
    memory: () => residentMemory(child.pid ?? 0),
    stop: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      connection.dispose()
      child.kill()
    },
  }
}

/** Resident memory of a process in MiB, as the kernel tells it; not a number where the kernel doesn't. */
const residentMemory = (pid: number): number => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? Number.NaN) / 1024
  } catch {
    return Number.NaN
  }
}
