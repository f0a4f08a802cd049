import { commands, type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode'

/** Read-only documents of the two sides of a change, in the source language; their query keeps them out of the workspace's program. */
const scheme = 'entitle-change'

/** The two sides of a change. */
export interface Sides {
  readonly before: string
  readonly after: string
}

/** Shows what a change makes of a declaration, side by side. */
export class DifferenceDocuments implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>()
  readonly onDidChange = this.#changed.event
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this)
  readonly #make: (address: string) => Promise<Sides | undefined>
  readonly #open = new Map<string, Uri>()

  /** @param make the sides for an address; undefined where no plan is kept */
  constructor(make: (address: string) => Promise<Sides | undefined>) {
    this.#make = make
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const { address, side } = JSON.parse(uri.query) as { address: string; side: keyof Sides }
    this.#open.set(uri.toString(), uri)
    return (
      (await this.#make(address))?.[side] ?? '// This plan is no longer kept. Run "Entitle: Plan" to make it again.\n'
    )
  }

  /** Opens both sides. @param title what they are the sides of */
  async show(address: string, title: string): Promise<void> {
    const at = (side: keyof Sides) =>
      Uri.from({
        scheme,
        path: `/${side}/${title.replaceAll('/', '-')}.entitle`,
        query: JSON.stringify({ address, side }),
      })
    await commands.executeCommand('vscode.diff', at('before'), at('after'), title, { preview: true })
  }

  /** The plan is another one now: what is open is made anew. */
  refresh(): void {
    for (const uri of this.#open.values()) this.#changed.fire(uri)
  }

  dispose(): void {
    this.#registration.dispose()
    this.#changed.dispose()
  }
}
