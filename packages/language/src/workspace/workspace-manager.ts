import type { FileSystem } from '@entitle/graph'
import {
  DefaultWorkspaceManager,
  type FileSystemNode,
  type FileSystemProvider,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
  UriUtils,
  type WorkspaceFolder,
} from 'langium'
import { standardsText, standardsUri } from './built-in.ts'
import { type Found, findFiles } from './find-files.ts'

/** Loads the documents that come with Entitle, and then those of the workspace, less what `.gitignore` files leave out. */
export class EntitleWorkspaceManager extends DefaultWorkspaceManager {
  private readonly services: LangiumSharedCoreServices
  private readonly found: Found[] = []

  constructor(services: LangiumSharedCoreServices) {
    super(services)
    this.services = services
  }

  protected override async loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    collector(this.services.workspace.LangiumDocumentFactory.fromString(standardsText, URI.parse(standardsUri)))
  }

  protected override async traverseFolder(folder: URI, uris: URI[]): Promise<void> {
    const found = await findFiles(fileSystemOf(this.fileSystemProvider, folder), [folder.path])
    this.found.push(found)
    uris.push(...found.files.map(path => folder.with({ path })))
  }

  /** Whether a file or folder that changed belongs to the workspace. */
  override shouldIncludeEntry({ uri, isDirectory }: FileSystemNode): boolean {
    const name = UriUtils.basename(uri)
    if (name.startsWith('.') || name === 'node_modules') return false
    if (!isDirectory && !name.endsWith('.entitle')) return false
    const path = isDirectory ? `${uri.path}/` : uri.path
    return !this.found.some(({ isIgnored }) => isIgnored(path))
  }
}

/** Langium's file system as our port, for paths of the same scheme and authority as `base`. */
const fileSystemOf = (provider: FileSystemProvider, base: URI): FileSystem => {
  const at = (path: string) => base.with({ path })
  return {
    readText: async path => provider.readFile(at(path)),
    writeText: () => Promise.reject(new Error('a workspace is only read')),
    list: async path =>
      (await provider.readDirectory(at(path))).flatMap(({ uri, isFile, isDirectory }) =>
        isFile || isDirectory
          ? [{ name: UriUtils.basename(uri), kind: isFile ? ('file' as const) : ('folder' as const) }]
          : [],
      ),
    kindOf: async path => {
      if (!(await provider.exists(at(path)))) return 'absent'
      return (await provider.stat(at(path))).isDirectory ? 'folder' : 'file'
    },
  }
}
