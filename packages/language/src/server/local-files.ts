import type { FileSystemNode, URI } from 'langium'
import { NodeFileSystemProvider } from 'langium/node'

/** The disk's files. What other schemes name (`vscode-vfs:`, `git:`, `untitled:`) isn't there, whatever its path. */
export class LocalFiles extends NodeFileSystemProvider {
  override async exists(uri: URI): Promise<boolean> {
    return uri.scheme === 'file' && super.exists(uri)
  }

  override async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return uri.scheme === 'file' ? super.readDirectory(uri) : []
  }
}
