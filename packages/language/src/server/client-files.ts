import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium'
import type { Connection } from 'vscode-languageserver'
import { type FileKind, type FilePlace, type FolderEntry, fileRequests } from './file-requests.ts'

/**
 * The files of the client, which is asked for each: a worker has no disk, and what an editor in a browser shows may come
 * from anywhere (`vscode-vfs:`). Of a client that lends none, nothing is there.
 */
export class ClientFiles implements FileSystemProvider {
  readonly #client: Pick<Connection, 'sendRequest'>
  readonly #lends: () => boolean

  /** @param lends whether the client answers; asked anew each time, for it isn't known before the server is initialized */
  constructor(client: Pick<Connection, 'sendRequest'>, lends: () => boolean) {
    this.#client = client
    this.#lends = lends
  }

  async exists(uri: URI): Promise<boolean> {
    return (await this.#kindOf(uri)) !== undefined
  }

  /** @throws where nothing is there. */
  async stat(uri: URI): Promise<FileSystemNode> {
    const kind = await this.#kindOf(uri)
    if (kind === undefined) throw new Error(absent)
    return nodeOf(uri, kind)
  }

  /** @throws where the client can't read it. */
  async readFile(uri: URI): Promise<string> {
    if (!this.#lends()) throw new Error(absent)
    return this.#client.sendRequest<string>(fileRequests.readFile, place(uri))
  }

  /** @throws as {@link readFile} does. */
  async readBinary(uri: URI): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.readFile(uri))
  }

  /** @throws where the client can't read it. */
  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    if (!this.#lends()) return []
    const entries = await this.#client.sendRequest<readonly FolderEntry[]>(fileRequests.readDirectory, place(uri))
    return entries.map(({ name, kind }) => nodeOf(UriUtils.joinPath(uri, name), kind))
  }

  statSync = never
  existsSync = never
  readFileSync = never
  readBinarySync = never
  readDirectorySync = never

  async #kindOf(uri: URI): Promise<FileKind | undefined> {
    if (!this.#lends()) return undefined
    return (await this.#client.sendRequest<FileKind | null>(fileRequests.stat, place(uri))) ?? undefined
  }
}

const absent = 'there is no such file or folder'

const place = (uri: URI): FilePlace => ({ uri: uri.toString() })

const nodeOf = (uri: URI, kind: FileKind): FileSystemNode => ({
  uri,
  isFile: kind === 'file',
  isDirectory: kind === 'folder',
})

/** A client answers later than at once. */
function never(): never {
  throw new Error('files of the client can only be read asynchronously')
}
