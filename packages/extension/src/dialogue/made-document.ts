import { EventEmitter, type TextDocumentContentProvider, Uri, ViewColumn, window } from 'vscode'

/** Read-only documents of one scheme that show what a command has made, by title. */
export class MadeDocument implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>()
  readonly onDidChange = this.#changed.event
  readonly #texts = new Map<string, string>()
  readonly #scheme: string
  readonly #gone: string

  /** `gone` stands where a document is restored that is no longer kept. */
  constructor(scheme: string, gone: string) {
    this.#scheme = scheme
    this.#gone = gone
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.path) ?? this.#gone
  }

  /** Keeps the text of a title, and refreshes the document if it is open. */
  set(title: string, text: string): void {
    const uri = this.#uri(title)
    this.#texts.set(uri.path, text)
    this.#changed.fire(uri)
  }

  async open(title: string): Promise<void> {
    await window.showTextDocument(this.#uri(title), { preview: true, viewColumn: ViewColumn.Active })
  }

  #uri(title: string): Uri {
    return Uri.from({ scheme: this.#scheme, path: `/${title.replaceAll('/', '-')}` })
  }

  dispose(): void {
    this.#changed.dispose()
  }
}
