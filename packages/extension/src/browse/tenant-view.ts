import { commands, Disposable, env, ProgressLocation, Range, Uri, window } from 'vscode'
import { showFailure } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { browsable } from '../tenant/target.ts'
import { openSurvey } from './open-survey.ts'
import { portalLink } from './portal-page.ts'
import { decorateStandings } from './standing-badges.ts'
import { type TenantLine, TenantTree } from './tenant-tree.ts'

/** The Tenant view: what is live, next to what is declared. */
export class TenantView implements Disposable {
  readonly #tree: TenantTree
  readonly #view
  readonly #all: Disposable

  constructor(entitle: Entitle) {
    this.#tree = new TenantTree({
      targets: async () => browsable(await entitle.language.tenants()),
      engine: entitle.engine,
      open: async target =>
        window.withProgress(
          { location: ProgressLocation.Notification, title: `Reading ${target.title}`, cancellable: true },
          (_, cancellation) => {
            const abort = new AbortController()
            cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
            return openSurvey(entitle, target, abort.signal).catch((error: unknown) => {
              tell(entitle, error)
              throw error
            })
          },
        ),
    })
    this.#view = window.createTreeView('entitle.tenant', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      canSelectMany: true,
    })
    this.#all = Disposable.from(this.#view, this.#tree, decorateStandings())
  }

  refresh(): void {
    this.#tree.refresh()
  }

  /** Closes the sandbox, which was stopped. */
  closeSandbox(): void {
    this.#tree.closeSandbox()
  }

  async filter(externalOnly: boolean): Promise<void> {
    this.#tree.externalOnly = externalOnly
    await commands.executeCommand('setContext', 'entitle.externalOnly', externalOnly)
  }

  /** Asks for an object of the tenants that have been read, and shows it in the tree. */
  async search(): Promise<void> {
    const lines = await this.#tree.everything()
    if (lines.length === 0)
      throw new Refusal('No tenant has been read yet. Open one in the Tenant view.', {
        'Show Tenant': 'entitle.tenant.focus',
      })
    const rows = lines.map(line => ({
      line,
      label: line.node?.label ?? '',
      description: line.node?.detail ?? '',
      detail: wayTo(line),
    }))
    const chosen = await window.showQuickPick(rows, {
      title: 'Entitle: Search Tenant',
      matchOnDescription: true,
      matchOnDetail: true,
    })
    if (chosen === undefined) throw new Cancelled()
    await this.#view.reveal(chosen.line, { select: true, focus: true, expand: true })
  }

  async openInPortal(given: unknown): Promise<void> {
    const line = chosenLine(given)
    const { page, label } = line.node
    if (line.target.kind === 'sandbox')
      throw new Refusal(`${label} lives in the sandbox tenant, which the Entra admin center does not know.`, {})
    if (page === undefined) throw new Refusal(`The Entra admin center has no page for ${label}.`, {})
    // Parsed strictly, VS Code would encode the fragment's slashes anew.
    await env.openExternal(Uri.parse(portalLink(page, await this.#tree.cloudOf(line))))
  }

  async goToSource(given: unknown): Promise<void> {
    const { range, label } = chosenLine(given).node
    if (range === undefined) throw new Refusal(`No file declares ${label}.`, {})
    const { start, end } = range
    const selection = new Range(start.line, start.character, end.line, end.character)
    await window.showTextDocument(Uri.parse(range.uri), { selection })
  }

  dispose(): void {
    this.#all.dispose()
  }
}

const wayTo = ({ target, parent }: TenantLine): string =>
  parent?.node === undefined ? target.title : `${wayTo(parent)} › ${parent.node.label}`

type ObjectLine = TenantLine & { readonly node: NonNullable<TenantLine['node']> }

/** @throws {Refusal} where a command was called without a line. */
const chosenLine = (given: unknown): ObjectLine => {
  if (typeof given === 'object' && given !== null && 'node' in given && 'target' in given) return given as ObjectLine
  throw new Refusal('This command is for a line of the Tenant view. Choose it in the line’s context menu there.', {
    'Show Tenant': 'entitle.tenant.focus',
  })
}

/** The lines that a command of the view's menu is for: the one it was opened on and, where that is among the selected ones, those; none elsewhere. */
export const chosenLines = (line: unknown, selected: unknown): readonly TenantLine[] => {
  const all = Array.isArray(selected) && selected.length > 0 ? selected : [line]
  return all.filter((each): each is TenantLine => typeof each === 'object' && each !== null && 'target' in each)
}

/** A tree can't tell why it is empty, so a message does. */
const tell = ({ log }: Entitle, error: unknown): void => {
  if (error instanceof Cancelled) return
  const message = error instanceof Error ? error.message : String(error)
  log.error(`Tenant view: ${message}`)
  void showFailure(message, error instanceof Refusal ? error.actions : { 'Show Log': 'entitle.showLog' })
}
