import type { FileReader } from '@entitle/graph'
import {
  DefaultWorkspaceManager,
  type FileSystemNode,
  type FileSystemProvider,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type Stream,
  URI,
  UriUtils,
  type WorkspaceFolder,
} from 'langium'
import { standardsText, standardsUri } from './built-in.ts'
import { type Found, findFiles } from './find-files.ts'

/** Loads the documents that come with Entitle, and then those of the workspace, less what `.gitignore` files and `entitle.exclude` leave out. */
export class EntitleWorkspaceManager extends DefaultWorkspaceManager {
  private readonly services: LangiumSharedCoreServices
  /** By the folder that was looked through. */
  private readonly found = new Map<string, Found>()

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

  /** A file that can't be read is left out; it must not keep the others away. */
  protected override async loadWorkspaceDocuments(
    uris: Stream<URI>,
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    await Promise.all(
      uris.map(async uri => {
        const document = await this.langiumDocuments.getOrCreateDocument(uri).catch(() => undefined)
        if (document !== undefined) collector(document)
      }),
    )
  }

  protected override async traverseFolder(folder: URI, uris: URI[]): Promise<void> {
    const setting: unknown = await this.services.workspace.ConfigurationProvider.getConfiguration('entitle', 'exclude')
    const found = await findFiles(fileSystemOf(this.fileSystemProvider, folder), [folder.path], patternsOf(setting))
    this.found.set(folder.toString(), found)
    uris.push(...found.files.map(path => folder.with({ path })))
  }

  /** Looks through the folders again, as after a change of what they leave out: files that are new, and those that are gone. */
  async lookAgain(): Promise<{ readonly changed: URI[]; readonly deleted: URI[] }> {
    const uris: URI[] = []
    for (const folder of this.folders ?? []) await this.traverseFolder(this.getRootFolder(folder), uris)
    const now = new Set(uris.map(uri => uri.toString()))
    const isOpen = (uri: URI) => this.services.workspace.TextDocuments?.get(uri) !== undefined
    const known = this.langiumDocuments.all.map(({ uri }) => uri).toArray()
    return {
      changed: uris.filter(uri => !this.langiumDocuments.hasDocument(uri)),
      deleted: known.filter(
        uri =>
          !now.has(uri.toString()) &&
          !isOpen(uri) &&
          this.folders?.some(({ uri: folder }) => UriUtils.contains(folder, uri)) === true,
      ),
    }
  }

  /** Whether a file or folder that changed belongs to the workspace. */
  override shouldIncludeEntry({ uri, isDirectory }: FileSystemNode): boolean {
    const name = UriUtils.basename(uri)
    if (name.startsWith('.') || name === 'node_modules') return false
    if (!isDirectory && !name.endsWith('.entitle')) return false
    const path = isDirectory ? `${uri.path}/` : uri.path
    return ![...this.found.values()].some(({ isIgnored }) => isIgnored(path))
  }
}

/** Patterns of `entitle.exclude`: a list, or one. Anything else leaves nothing out. */
const patternsOf = (setting: unknown): readonly string[] =>
  (Array.isArray(setting) ? setting : [setting]).filter(pattern => typeof pattern === 'string' && pattern !== '')

/** Langium's file system as our port, for paths of the same scheme and authority as `base`. */
const fileSystemOf = (provider: FileSystemProvider, base: URI): FileReader => {
  const at = (path: string) => base.with({ path })
  return {
    readText: async path => provider.readFile(at(path)),
    list: async path =>
      (await provider.readDirectory(at(path))).flatMap(({ uri, isFile, isDirectory }) =>
        isFile || isDirectory
          ? [{ name: UriUtils.basename(uri), kind: isFile ? ('file' as const) : ('folder' as const) }]
          : [],
      ),
    kindOf: async path => {
      if (!(await provider.exists(at(path)))) return 'absent'
      // What is deleted in this moment isn't there either.
      const found = await provider.stat(at(path)).catch(() => undefined)
      return found === undefined ? 'absent' : found.isDirectory ? 'folder' : 'file'
    },
  }
}
