import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser'

// Runs inside the page: clients of language servers, each a web worker.

/** What a client opens, and what it can do. */
export interface Opening {
  readonly capabilities: object
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[]
  /** By their URIs. Undefined: the client lends no files. */
  readonly files?: { readonly [uri: string]: string }
}

interface Client {
  readonly connection: ProtocolConnection
  readonly files: Map<string, string>
  readonly log: string[]
}

const clients: Client[] = []

const client = (number: number): Client => {
  const found = clients[number]
  if (found === undefined) throw new Error(`There is no client ${number}.`)
  return found
}

const entries = (files: ReadonlyMap<string, string>, folder: string) => {
  const base = `${folder.replace(/\/$/, '')}/`
  const found = [...files.keys()].flatMap(uri => {
    if (!uri.startsWith(base)) return []
    const [name = '', ...rest] = uri.slice(base.length).split('/')
    return [[decodeURIComponent(name), rest.length === 0 ? 'file' : 'folder'] as const]
  })
  return [...new Map(found)].map(([name, kind]) => ({ name, kind }))
}

const lend = (connection: ProtocolConnection, files: ReadonlyMap<string, string>): void => {
  connection.onRequest('entitle/stat', ({ uri }: { uri: string }) =>
    files.has(uri) ? 'file' : entries(files, uri).length > 0 ? 'folder' : null,
  )
  connection.onRequest('entitle/readDirectory', ({ uri }: { uri: string }) => entries(files, uri))
  connection.onRequest('entitle/readFile', ({ uri }: { uri: string }) => {
    const text = files.get(uri)
    if (text === undefined) throw new Error(`${uri} is not there.`)
    return text
  })
}

const page = {
  /** Starts a worker, and initializes the server in it. The number is the client's. */
  start: async ({ capabilities, folders, files }: Opening): Promise<{ client: number; initialized: string }> => {
    const worker = new Worker('/server-web.js')
    const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker))
    const made: Client = { connection, files: new Map(Object.entries(files ?? {})), log: [] }
    worker.addEventListener('error', ({ message }) => made.log.push(`The worker failed: ${message}`))
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      made.log.push(message)
    })
    connection.onRequest('client/registerCapability', () => null)
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null))
    if (files !== undefined) lend(connection, made.files)
    connection.listen()
    const initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { ...capabilities, ...(files === undefined ? {} : { experimental: { entitleFiles: true } }) },
      workspaceFolders: folders.map(uri => ({ uri, name: uri })),
    })
    await connection.sendNotification('initialized', {})
    return { client: clients.push(made) - 1, initialized: JSON.stringify(initialized) }
  },

  /** The answer as JSON: large ones travel from the page much faster as text. */
  request: async (number: number, method: string, params: unknown): Promise<string> =>
    JSON.stringify((await client(number).connection.sendRequest(method, params)) ?? null),

  notify: (number: number, method: string, params?: object): Promise<void> =>
    params === undefined
      ? client(number).connection.sendNotification(method)
      : client(number).connection.sendNotification(method, params),

  /** Writes a file of the client's, and tells the server. */
  write: (number: number, uri: string, text: string): Promise<void> => {
    const { connection, files } = client(number)
    const type = files.has(uri) ? 2 : 1
    files.set(uri, text)
    return connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })
  },

  /** What the server wrote to the client's log. */
  log: (number: number): readonly string[] => client(number).log,
}

declare global {
  interface Window {
    entitle: typeof page
  }
}

window.entitle = page
