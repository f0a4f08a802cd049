import type { Undo } from '@entitle/graph'
import { type ExtensionContext, FileType, type LogOutputChannel, Uri, workspace } from 'vscode'
import type { Target } from '../tenant/target.ts'

/** What undoes a deployment, and to which tenant that was. */
export interface KeptUndo {
  readonly target: Target
  readonly undo: Undo
}

/** Reads what {@link UndoMemory} wrote, or says what is wrong with it. */
type ParseUndo = (text: string) => { readonly undo: Undo } | { readonly error: string }

/** So many deployments of a workspace are kept. */
const most = 20

/** Keeps what undoes the deployments of this workspace in VS Code's storage for it, a file for each. It holds no secret. */
export class UndoMemory {
  readonly #folder: Uri | undefined
  readonly #log: Pick<LogOutputChannel, 'warn'>

  constructor({ storageUri }: Pick<ExtensionContext, 'storageUri'>, log: Pick<LogOutputChannel, 'warn'>) {
    this.#folder = storageUri === undefined ? undefined : Uri.joinPath(storageUri, 'undo')
    this.#log = log
  }

  /** Keeps what undoes a deployment in place of what was kept of it before. A deployment goes on where that can't be kept: the log tells. */
  async keep({ target, undo }: KeptUndo): Promise<void> {
    if (this.#folder === undefined) return
    try {
      const file = Uri.joinPath(this.#folder, nameOf(undo))
      await workspace.fs.createDirectory(this.#folder)
      await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ target, undo })))
      for (const old of (await this.#names()).slice(most)) await workspace.fs.delete(Uri.joinPath(this.#folder, old))
    } catch (error) {
      this.#log.warn(`What undoes the deployment is not kept: ${String(error)}`)
    }
  }

  /** Forgets the deployments to the sandbox tenant, which begins anew. */
  async forgetSandbox(): Promise<void> {
    for (const name of await this.#names()) {
      const kept = await this.#read(name)
      if (this.#folder !== undefined && kept?.target.kind === 'sandbox')
        await workspace.fs.delete(Uri.joinPath(this.#folder, name))
    }
  }

  /** The newest first. What can't be read, or another version wrote otherwise, is left out. */
  async list(parse: ParseUndo): Promise<readonly KeptUndo[]> {
    const found = await Promise.all((await this.#names()).map(name => this.#read(name)))
    return found.flatMap(kept => {
      const parsed = kept === undefined ? { error: 'nothing there' } : parse(JSON.stringify(kept.undo))
      return kept !== undefined && 'undo' in parsed ? [{ target: kept.target, undo: parsed.undo }] : []
    })
  }

  async #names(): Promise<readonly string[]> {
    if (this.#folder === undefined) return []
    const entries = await workspace.fs.readDirectory(this.#folder).then(
      all => all,
      () => [],
    )
    return entries
      .flatMap(([name, type]) => (type === FileType.File && name.endsWith('.json') ? [name] : []))
      .sort()
      .reverse()
  }

  /** What a file says, of whatever form; undefined where that is nothing. */
  async #read(name: string): Promise<{ readonly target: Target; readonly undo: unknown } | undefined> {
    if (this.#folder === undefined) return undefined
    try {
      const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, name)))
      return (JSON.parse(text) as { target: Target; undo: unknown } | null) ?? undefined
    } catch {
      return undefined
    }
  }
}

/** Sorted as time goes: `2026-11-23T21-04-05.123Z.json`. */
const nameOf = ({ deployed }: Undo): string => `${deployed.replaceAll(':', '-')}.json`
