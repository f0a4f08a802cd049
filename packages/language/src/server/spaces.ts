import { URI, UriUtils } from 'langium'
import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { type Handler, hear, type Line, lineOver } from './line.ts'
import { mergers } from './mergers.ts'
import { besideOf, homeOf, outermost } from './where.ts'

/** One space of names: a folder of the workspace, or what is open outside of all. */
export interface Space {
  /** Undefined for files outside of all folders. */
  readonly folder: WorkspaceFolder | undefined
  readonly services: EntitleLspServices
  readonly handlers: Line['handlers']
}

/** Connects a language server with a line. */
export type Open = (line: Connection) => EntitleLspServices

/**
 * The servers behind one connection. Each folder is a workspace, so each has one of its own: two folders may declare the same names,
 * and neither sees the other's. Whatever the client says goes to the server of the document that it speaks of.
 */
export class Spaces {
  private readonly connection: Connection
  private readonly open: Open
  private readonly spaces = new Map<string, Space>()
  /** Where what is open is open. */
  private readonly openIn = new Map<string, Space>()
  private spare: Pick<Space, 'services' | 'handlers'> | undefined
  private folders: readonly WorkspaceFolder[] = []
  private given: readonly WorkspaceFolder[] = []
  private params: InitializeParams | undefined
  private begun = false
  private state: 'new' | 'running' | 'shut' = 'new'

  constructor(connection: Connection, open: Open) {
    this.connection = connection
    this.open = open
    this.spare = this.serverOn(lineOver(connection, { registers: true }))
    for (const what of this.spare.handlers.keys())
      if (what !== 'onInitialize' && what !== 'onInitialized') hear(connection, what, this.listener(what))
    connection.onInitialize(params => this.initialize(params))
    connection.onInitialized(() => this.initialized())
    connection.onShutdown(() => {
      this.state = 'shut'
    })
  }

  /** In the order of their folders; files outside of all come last. */
  get all(): readonly Space[] {
    return [...this.spaces.values()].toSorted((a, b) => Number(a.folder === undefined) - Number(b.folder === undefined))
  }

  /** What the client said of itself; undefined before it did. */
  get client(): ClientCapabilities | undefined {
    return this.params?.capabilities
  }

  /** @throws ResponseError before the start, when nothing but that can be asked, and after the end. */
  mustRun(): void {
    if (this.state === 'new')
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The client has not sent initialize yet.')
    if (this.state === 'shut') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was told to shut down.')
  }

  /** The server that a document belongs to; made when the first document outside of all folders is spoken of. */
  of(uri: string): Space {
    return this.openIn.get(uri) ?? this.placeFor(uri)
  }

  /** A file that its folder leaves out stands by itself. */
  private placeFor(uri: string): Space {
    const home = homeOf(uri, this.folders)
    const space = this.holding(uri)
    if (space !== undefined && leavesOut(space, uri)) {
      const beside = besideOf(uri)
      return this.spaces.get(beside) ?? this.start(beside, undefined)
    }
    return space ?? (typeof home === 'string' ? this.start(home, undefined) : this.start(home.uri, home))
  }

  /** The server that knows of a file already, without making one for it. */
  holding(uri: string): Space | undefined {
    const home = homeOf(uri, this.folders)
    return this.spaces.get(typeof home === 'string' ? home : home.uri)
  }

  private serverOn({ connection, handlers }: Line): Pick<Space, 'services' | 'handlers'> {
    return { services: this.open(connection), handlers }
  }

  private initialize(params: InitializeParams): InitializeResult {
    if (this.state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.')
    this.state = 'running'
    this.params = params
    this.given = params.workspaceFolders ?? rootOf(params)
    this.folders = outermost(this.given)
    const results = this.folders.map(folder => this.make(folder.uri, folder))
    return results[0] ?? this.make('untitled:/', undefined)
  }

  private initialized(): void {
    if (this.state !== 'running') return
    this.begun = true
    for (const { handlers } of this.spaces.values()) handlers.get('onInitialized')?.({})
    if (this.params?.capabilities.workspace?.workspaceFolders !== true) return
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri))
      const left = this.given.filter(({ uri }) => !gone.has(uri))
      const known = new Set(left.map(({ uri }) => uri))
      this.given = [...left, ...added.filter(({ uri }) => !known.has(uri))]
      this.follow(outermost(this.given))
    })
  }

  /** A server for `key`, told to begin as the client told. */
  private make(key: string, folder: WorkspaceFolder | undefined): InitializeResult {
    const server = this.spare ?? this.serverOn(lineOver(this.connection, { registers: false }))
    this.spare = undefined
    this.spaces.set(key, { folder, ...server })
    // What a folder leaves out is known when it was looked through.
    void server.services.shared.workspace.WorkspaceManager.ready.then(() => this.follow(this.folders))
    const params = { ...this.params, workspaceFolders: folder === undefined ? [] : [folder] }
    return server.handlers.get('onInitialize')?.(params) as InitializeResult
  }

  private start(key: string, folder: WorkspaceFolder | undefined): Space {
    this.make(key, folder)
    const space = this.spaces.get(key) as Space
    if (this.begun) space.handlers.get('onInitialized')?.({})
    return space
  }

  /** Open documents move with their folders; a folder that is gone takes its findings along. */
  private follow(folders: readonly WorkspaceFolder[]): void {
    const open = this.all.flatMap(space =>
      space.services.shared.workspace.TextDocuments.all().map(document => ({ space, document })),
    )
    this.folders = folders
    const kept = new Set(folders.map(({ uri }) => uri))
    for (const folder of folders) if (!this.spaces.has(folder.uri)) this.start(folder.uri, folder)
    for (const { space, document } of open) {
      const { uri, languageId, version } = document
      const next = this.placeFor(uri)
      if (next === space) continue
      this.openIn.set(uri, next)
      const text = document.getText()
      space.handlers.get('onDidCloseTextDocument')?.({ textDocument: { uri } })
      next.handlers.get('onDidOpenTextDocument')?.({ textDocument: { uri, languageId, version, text } })
    }
    for (const [key, { folder, handlers }] of this.spaces) {
      if (folder === undefined || kept.has(key)) continue
      handlers.get('onDidChangeWatchedFiles')?.({ changes: [{ uri: folder.uri, type: FileChangeType.Deleted }] })
      this.spaces.delete(key)
    }
    this.dropEmpty()
  }

  /** Servers for files outside of all folders, of which none is open any more. */
  private dropEmpty(): void {
    for (const [key, { folder, services }] of this.spaces)
      if (folder === undefined && this.spaces.size > 1 && services.shared.workspace.TextDocuments.keys().length === 0)
        this.spaces.delete(key)
  }

  private listener(what: string): Handler {
    const heard = /^on(Did|Will)(?!SaveTextDocumentWaitUntil)/.test(what)
    return (...args) => {
      if (heard && this.state !== 'running') return undefined
      this.mustRun()
      const uri = uriIn(args[0])
      const merge = mergers[what]
      if (merge !== undefined) return merge(this, what, args)
      const answer = uri === undefined ? this.tellAll(what, args) : this.ask(uri, heard, what, args)
      if (what === 'onDidCloseTextDocument' && uri !== undefined) {
        this.openIn.delete(uri)
        this.dropEmpty()
      }
      return answer
    }
  }

  private ask(uri: string, heard: boolean, what: string, args: readonly unknown[]): unknown {
    const space = this.of(uri)
    const { services, handlers } = space
    if (what === 'onDidOpenTextDocument') this.openIn.set(uri, space)
    const answer = () => handlers.get(what)?.(...args)
    return heard || isKnown(uri, services) ? answer() : untilKnown(uri, services).then(answer)
  }

  private tellAll(what: string, args: readonly unknown[]): unknown {
    return this.all.map(({ handlers }) => handlers.get(what)?.(...args))[0]
  }
}

/** Whether the folder's own rules keep one of its files out: `.gitignore`, `entitle.exclude`. */
const leavesOut = ({ folder, services }: Space, uri: string): boolean => {
  const file = URI.parse(uri)
  if (folder === undefined || !UriUtils.contains(folder.uri, file)) return false
  const { WorkspaceManager } = services.shared.workspace
  return !WorkspaceManager.shouldIncludeEntry({ uri: file, isFile: true, isDirectory: false })
}

/** False for a document that was opened just now and isn't on disk: it is taken up a moment later. */
const isKnown = (uri: string, { shared }: EntitleLspServices): boolean =>
  shared.workspace.TextDocuments.get(uri) === undefined || shared.workspace.LangiumDocuments.hasDocument(URI.parse(uri))

const untilKnown = (uri: string, services: EntitleLspServices): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const listening = services.shared.workspace.DocumentBuilder.onUpdate(() => {
    if (isKnown(uri, services)) resolve()
  })
  // Not while listeners are being told: taking one out would pass over the next.
  return promise.finally(() => listening.dispose())
}

/** Older clients name one folder at most. */
const rootOf = ({ rootUri, rootPath }: InitializeParams): readonly WorkspaceFolder[] => {
  const uri = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined)
  return uri === undefined ? [] : [{ uri, name: uri }]
}

interface SpeaksOf {
  readonly textDocument?: { readonly uri?: unknown }
  readonly data?: { readonly uri?: unknown }
}

/** The document that a request is about, or the item that it completes is from. */
const uriIn = (params: unknown): string | undefined => {
  if (typeof params !== 'object' || params === null) return undefined
  const { textDocument, data } = params as SpeaksOf
  const uri = textDocument?.uri ?? data?.uri
  return typeof uri === 'string' ? uri : undefined
}
