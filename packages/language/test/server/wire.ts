import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { LocalFiles } from '../../src/server/local-files.ts'
import { type ServerPlace, startServer } from '../../src/server/start-server.ts'

export const today = '2026-11-22'

/** A client over in-memory streams, and a real server at their other end, on a folder of its own. */
export interface Wire {
  readonly client: ProtocolConnection
  readonly initialized: InitializeResult
  readonly log: readonly string[]
  /** Of a file of the wire's folder; what is a URI already stays. */
  uri(file: string): string
  /** Opens a file as an editor does; `text` may differ from the one on disk. */
  open(file: string, text: string): Promise<void>
  change(file: string, text: string): Promise<void>
  /** Closes a file without saving it. */
  shut(file: string): Promise<void>
  /** The findings of a file as soon as they are as `fits` wants them. */
  diagnostics(file: string, fits: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>
  close(): Promise<void>
}

/** What the editor has open, and how it is set. */
export interface Opening {
  /** Folders of the workspace, below the wire's own; that itself, where nothing is said. */
  readonly folders?: readonly string[]
  /** Settings of the section `entitle`. */
  readonly settings?: () => unknown
}

export const openWire = async (
  files: { readonly [name: string]: string },
  place: Partial<ServerPlace> = {},
  capabilities: ClientCapabilities = {},
  opening: Opening = {},
): Promise<Wire> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entitle-wire-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const [up, down] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    fileSystemProvider: () => new LocalFiles(),
    today: () => today,
    ...place,
  })
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const uri = (file: string) => (/^[a-z-]+:/.test(file) ? file : pathToFileURL(path.join(folder, file)).toString())
  const latest = new Map<string, readonly Diagnostic[]>()
  const waiting = new Set<() => void>()
  const log: string[] = []
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params.diagnostics)
    for (const look of waiting) look()
  })
  client.onNotification('window/logMessage', (params: { message: string }) => {
    log.push(params.message)
  })
  client.onRequest('client/registerCapability', () => null)
  client.onRequest('workspace/configuration', (params: ConfigurationParams) =>
    params.items.map(() => opening.settings?.() ?? null),
  )
  client.listen()
  const initialized: InitializeResult = await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { ...capabilities, workspace: { ...capabilities.workspace, workspaceFolders: true } },
    workspaceFolders: (opening.folders ?? ['']).map(name => ({
      uri: uri(name).replace(/\/$/, ''),
      name: name || 'test',
    })),
  })
  await client.sendNotification('initialized', {})
  let version = 0
  return {
    client,
    initialized,
    log,
    uri,
    open: (file, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(file), languageId: 'entitle', version: ++version, text },
      }),
    change: (file, text) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version: ++version },
        contentChanges: [{ text }],
      }),
    shut: file => client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(file) } }),
    diagnostics: (file, fits) =>
      new Promise(resolve => {
        const look = () => {
          const found = latest.get(uri(file))
          if (found === undefined || !fits(found)) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: async () => {
      await client.sendRequest('shutdown')
      client.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
