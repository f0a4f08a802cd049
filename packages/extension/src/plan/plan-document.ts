import { EventEmitter, type TextDocumentContentProvider, Uri, ViewColumn, window } from 'vscode'

/** Read-only documents that show a plan as text. */
export const planScheme = 'entitle-plan'

export class PlanDocument implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>()
  readonly onDidChange = this.#changed.event
  readonly #texts = new Map<string, string>()

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.path) ?? 'This plan is no longer kept. Run "Entitle: Plan" to make it again.\n'
  }

  /** Keeps the text of the plan for a tenant, and refreshes the document if it is open. */
  set(title: string, text: string): void {
    const uri = this.#uri(title)
    this.#texts.set(uri.path, text)
    this.#changed.fire(uri)
  }

  async open(title: string): Promise<void> {
    await window.showTextDocument(this.#uri(title), { preview: true, viewColumn: ViewColumn.Active })
  }

  #uri(title: string): Uri {
    return Uri.from({ scheme: planScheme, path: `/${title.replaceAll('/', '-')}` })
  }

  dispose(): void {
    this.#changed.dispose()
  }
}
