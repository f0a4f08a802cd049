import { EmptyFileSystemProvider, type FileSystemNode, type FileSystemProvider, type URI } from 'langium'
import { NodeFileSystemProvider } from 'langium/node'

/** The disk's files; those of other schemes (`vscode-vfs:`, `git:`, `untitled:`) are `others`, whatever their path. */
export class LocalFiles extends NodeFileSystemProvider {
  readonly #others: FileSystemProvider

  /** @param others has no file where it isn't given */
  constructor(others: FileSystemProvider = new EmptyFileSystemProvider()) {
    super()
    this.#others = others
  }

  override async exists(uri: URI): Promise<boolean> {
    return isLocal(uri) ? super.exists(uri) : this.#others.exists(uri)
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    return isLocal(uri) ? super.stat(uri) : this.#others.stat(uri)
  }

  override async readFile(uri: URI): Promise<string> {
    return isLocal(uri) ? super.readFile(uri) : this.#others.readFile(uri)
  }

  override async readBinary(uri: URI): Promise<Uint8Array> {
    return isLocal(uri) ? super.readBinary(uri) : this.#others.readBinary(uri)
  }

  override async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return isLocal(uri) ? super.readDirectory(uri) : this.#others.readDirectory(uri)
  }
}

const isLocal = ({ scheme }: URI): boolean => scheme === 'file'
