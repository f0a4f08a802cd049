import { metadataDate } from '@entitle/graph'
import { type Disposable, type LanguageStatusItem, languages, workspace } from 'vscode'
import type { LanguageServer } from '../language/client.ts'
import { chosenTenant } from './chosen-tenant.ts'

/** Beside the language's name in the status bar: which tenant Plan and Deploy use, and how old our knowledge of Graph is. */
export class TenantStatus implements Disposable {
  readonly #language: LanguageServer
  readonly #sandboxRunning: () => boolean
  readonly #tenant: LanguageStatusItem
  readonly #metadata: LanguageStatusItem
  readonly #listening: Disposable

  constructor(language: LanguageServer, sandboxRunning: () => boolean) {
    this.#language = language
    this.#sandboxRunning = sandboxRunning
    this.#tenant = languages.createLanguageStatusItem('entitle.tenant', { language: 'entitle' })
    this.#tenant.name = 'Entitle: Tenant'
    this.#tenant.text = 'Tenant'
    this.#tenant.command = { command: 'entitle.selectTenant', title: 'Select Tenant' }
    this.#metadata = languages.createLanguageStatusItem('entitle.metadata', { language: 'entitle' })
    this.#metadata.name = 'Entitle: Microsoft Graph'
    this.#metadata.text = `Microsoft Graph v1.0, ${metadataDate}`
    this.#metadata.detail = 'the day of the metadata that Entitle was written after'
    this.#listening = workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('entitle.tenant')) void this.refresh()
    })
  }

  /** Asks anew; where the server doesn't answer, the item stays as it is. */
  async refresh(): Promise<void> {
    const tenants = await this.#language.tenants().catch(() => undefined)
    if (tenants === undefined) return
    const chosen = workspace.getConfiguration('entitle').get('tenant', '')
    const { text, detail } = chosenTenant({ tenants, chosen, sandboxRunning: this.#sandboxRunning() })
    this.#tenant.text = text
    this.#tenant.detail = detail
  }

  dispose(): void {
    for (const each of [this.#listening, this.#tenant, this.#metadata]) each.dispose()
  }
}
