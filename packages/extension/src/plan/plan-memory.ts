import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode'
import { type KeptPlan, parse, serialize } from './kept-plan.ts'

/** Keeps the plan that is shown in VS Code's storage for the workspace, where a reload finds it again. */
export class PlanMemory {
  readonly #file: Uri | undefined
  readonly #version: string
  readonly #log: LogOutputChannel
  #writing: Promise<void> = Promise.resolve()

  constructor({ storageUri, extension }: ExtensionContext, log: LogOutputChannel) {
    this.#file = storageUri === undefined ? undefined : Uri.joinPath(storageUri, 'plan.json')
    this.#version = String(extension.packageJSON.version)
    this.#log = log
  }

  /** The plan that was shown; undefined where there was none, or a version of Entitle that kept it otherwise. */
  async read(): Promise<KeptPlan | undefined> {
    if (this.#file === undefined) return undefined
    try {
      return parse(new TextDecoder().decode(await workspace.fs.readFile(this.#file)), this.#version)
    } catch {
      return undefined
    }
  }

  /** Writes one after the other. A plan that can't be kept is still shown. */
  write(kept: KeptPlan): Promise<void> {
    const file = this.#file
    if (file === undefined) return Promise.resolve()
    this.#writing = this.#writing
      .then(() => workspace.fs.writeFile(file, new TextEncoder().encode(serialize(kept, this.#version))))
      .catch((error: unknown) => this.#log.warn(`The plan is not kept for a reload: ${String(error)}`))
    return this.#writing
  }
}
