import { type FileSystemProvider, URI } from 'langium'
import { DefaultDocumentUpdateHandler } from 'langium/lsp'
import type { TextDocument, TextDocumentChangeEvent } from 'vscode-languageserver'
import type { EntitleSharedLspServices } from './lsp-services.ts'

/** Follows what editors do: a file that is closed counts again as it is on disk, and not at all where it isn't there. */
export class EntitleDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly fileSystem: FileSystemProvider

  constructor(services: EntitleSharedLspServices) {
    super(services)
    this.fileSystem = services.workspace.FileSystemProvider
  }

  async didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): Promise<void> {
    const uri = URI.parse(document.uri)
    const kept = uri.scheme === 'file' && (await this.fileSystem.exists(uri))
    this.fireDocumentUpdate(kept ? [uri] : [], kept ? [] : [uri])
  }
}
