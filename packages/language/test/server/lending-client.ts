import { PassThrough } from 'node:stream'
import type { FileSystemProvider } from 'langium'
import { createConnection } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { ClientFiles } from '../../src/server/client-files.ts'
import { type FilePlace, type FolderEntry, fileRequests, lendsFiles } from '../../src/server/file-requests.ts'
import { startServer } from '../../src/server/start-server.ts'

/** A client that has files and a server that has none. */
export interface Lending {
  readonly client: ProtocolConnection
  /** By their URIs; may be changed. */
  readonly files: Map<string, string>
  /** Methods of the requests that the server sent for files, with the URI. */
  readonly asked: readonly string[]
  diagnostics(uri: string, fits: (all: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>
}

/** @param experimental what the client says of lending files; it answers either way. @param filesOf the server's, from the client's */
export const openLending = async (
  given: { readonly [uri: string]: string },
  folders: readonly string[],
  experimental: ClientCapabilities['experimental'] = { entitleFiles: true },
  filesOf: (lent: ClientFiles) => FileSystemProvider = lent => lent,
): Promise<Lending> => {
  const files = new Map(Object.entries(given))
  const [up, down] = [new PassThrough(), new PassThrough()]
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down))
  const spaces = startServer(connection, {
    fileSystemProvider: () => filesOf(new ClientFiles(connection, () => lendsFiles(spaces.client?.experimental))),
    today: () => '2026-11-22',
  })
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const asked: string[] = []
  const answer = (method: string, act: (uri: string) => unknown) =>
    client.onRequest(method, ({ uri }: FilePlace) => {
      asked.push(`${method} ${uri}`)
      return act(uri)
    })
  const below = (uri: string) => [...files.keys()].filter(file => file.startsWith(`${uri}/`))
  answer(fileRequests.stat, uri => (files.has(uri) ? 'file' : below(uri).length > 0 ? 'folder' : null))
  answer(fileRequests.readDirectory, uri => {
    if (uri.endsWith('/locked')) throw new ResponseError(1, 'you may not read it')
    const entries = below(uri).map((file): FolderEntry => {
      const [name = '', ...rest] = file.slice(uri.length + 1).split('/')
      return { name: decodeURIComponent(name), kind: rest.length === 0 ? 'file' : 'folder' }
    })
    return [...new Map(entries.map(entry => [entry.name, entry])).values()]
  })
  answer(fileRequests.readFile, uri => files.get(uri) ?? new ResponseError(1, 'there is no such file'))
  client.onRequest('client/registerCapability', () => null)
  client.onRequest('workspace/configuration', () => [null])
  const latest = new Map<string, readonly Diagnostic[]>()
  const waiting = new Set<() => void>()
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    latest.set(uri, diagnostics)
    for (const look of waiting) look()
  })
  client.listen()
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { experimental, workspace: { workspaceFolders: true } },
    workspaceFolders: folders.map(uri => ({ uri, name: uri })),
  })
  await client.sendNotification('initialized', {})
  return {
    client,
    files,
    asked,
    diagnostics: (uri, fits) =>
      new Promise(resolve => {
        const look = () => {
          const found = latest.get(uri)
          if (found === undefined || !fits(found)) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
