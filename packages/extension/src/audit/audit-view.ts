import { type Disposable, workspace } from 'vscode'
import { MadeDocument } from '../dialogue/made-document.ts'

/** Read-only documents that show how a tenant stands with the rules, as Markdown. */
export const auditScheme = 'entitle-audit'

/** Where audits are seen. */
export class AuditView implements Disposable {
  readonly #document = new MadeDocument(
    auditScheme,
    'This audit is no longer kept. Run "Entitle: Audit Tenant" to make it again.\n',
  )
  readonly #provider = workspace.registerTextDocumentContentProvider(auditScheme, this.#document)

  async show(title: string, markdown: string): Promise<void> {
    const name = `Audit of ${title}.md`
    this.#document.set(name, markdown)
    await this.#document.open(name)
  }

  dispose(): void {
    this.#provider.dispose()
    this.#document.dispose()
  }
}
