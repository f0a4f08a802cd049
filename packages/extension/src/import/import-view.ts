import { commands, type Disposable, workspace } from 'vscode'
import { MadeDocument } from '../dialogue/made-document.ts'
import { type ImportReport, importText } from './import-text.ts'

/** Read-only documents that say what became of an import, as Markdown. */
export const importScheme = 'entitle-import'

/** Where the report of the last import is seen. */
export class ImportView implements Disposable {
  readonly #document = new MadeDocument(
    importScheme,
    'This report is no longer kept. Run "Entitle: Import from Tenant" to make one again.\n',
  )
  readonly #provider = workspace.registerTextDocumentContentProvider(importScheme, this.#document)
  #last: string | undefined

  keep(report: ImportReport): void {
    this.#last = `Import of ${report.title}.md`
    this.#document.set(this.#last, importText(report))
    void commands.executeCommand('setContext', 'entitle.hasImport', true)
  }

  async show(): Promise<void> {
    if (this.#last !== undefined) await this.#document.open(this.#last)
  }

  dispose(): void {
    for (const each of [this.#provider, this.#document]) each.dispose()
  }
}
