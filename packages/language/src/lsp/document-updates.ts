import { type FileSystemProvider, URI, UriUtils } from 'langium'
import { DefaultDocumentUpdateHandler } from 'langium/lsp'
import {
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode-languageserver'
import { isSource } from '../references/library.ts'
import { EntitleWorkspaceManager } from '../workspace/workspace-manager.ts'
import type { EntitleSharedLspServices } from './lsp-services.ts'

/** Follows what editors do: what is open counts as it is there, and what is closed as it is on disk, or not at all where it isn't there. */
export class EntitleDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly fileSystem: FileSystemProvider
  private readonly isOpen: (uri: string) => boolean

  constructor(services: EntitleSharedLspServices) {
    super(services)
    this.fileSystem = services.workspace.FileSystemProvider
    this.isOpen = uri => services.workspace.TextDocuments.get(URI.parse(uri)) !== undefined
    services.workspace.ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
      if (section === 'entitle') this.lookAgain(services)
    })
  }

  async didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): Promise<void> {
    const uri = URI.parse(document.uri)
    const node = { uri, isFile: true, isDirectory: false }
    const inFolder = this.workspaceManager.workspaceFolders?.some(folder => UriUtils.contains(folder.uri, uri)) === true
    const kept =
      inFolder &&
      isSource(uri) &&
      uri.scheme !== 'untitled' &&
      this.workspaceManager.shouldIncludeEntry(node) &&
      (await this.isThere(uri))
    this.fireDocumentUpdate(kept ? [uri] : [], kept ? [] : [uri])
  }

  /** A file that is deleted while it is open lives on in its editor. */
  override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
    super.didChangeWatchedFiles({
      changes: changes.map(change =>
        change.type === FileChangeType.Deleted && this.isOpen(change.uri)
          ? { uri: change.uri, type: FileChangeType.Changed }
          : change,
      ),
    })
  }

  private async isThere(uri: URI): Promise<boolean> {
    return this.fileSystem.exists(uri).catch(() => false)
  }

  /** The folders may leave out other files than before. */
  private lookAgain({ workspace }: EntitleSharedLspServices): void {
    const { WorkspaceLock, WorkspaceManager, DocumentBuilder } = workspace
    if (!(WorkspaceManager instanceof EntitleWorkspaceManager)) return
    void WorkspaceManager.ready.then(() =>
      WorkspaceLock.write(async token => {
        const { changed, deleted } = await WorkspaceManager.lookAgain()
        // Also where nothing changed: this took the place of whatever was being built, which an update takes up again.
        await DocumentBuilder.update(changed, deleted, token)
      }),
    )
  }
}
