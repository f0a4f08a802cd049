import fs from 'node:fs/promises'
import path from 'node:path'
import type { Tenant } from '@entitle/graph'
import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  StatusBarAlignment,
  window,
  workspace,
} from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Engine, RunningSandbox } from './engine.ts'

/** The tenant that one rehearses in: it runs inside the extension and is kept in one file for the workspace. */
export class SandboxTenant implements Disposable {
  readonly #context: ExtensionContext
  readonly #engine: () => Engine
  readonly #item = window.createStatusBarItem('entitle.sandbox', StatusBarAlignment.Left, 0)
  readonly #changed = new EventEmitter<void>()
  /** It was started or stopped. */
  readonly onDidChange = this.#changed.event
  #running: Promise<RunningSandbox> | undefined
  #stopping: Promise<void> | undefined
  #stops = 0

  constructor(context: ExtensionContext, engine: () => Engine) {
    this.#context = context
    this.#engine = engine
    this.#item.name = 'Entitle sandbox tenant'
    this.#item.text = '$(beaker) Entitle: Sandbox tenant'
    this.#item.command = { command: 'entitle.plan', title: 'Plan' }
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** The one that runs; it is never started by asking. */
  get running(): Promise<RunningSandbox> | undefined {
    return this.#running
  }

  /** How often it was stopped. */
  get stops(): number {
    return this.#stops
  }

  /**
   * Starts it unless it runs, and sees to it that the directory has whoever and whatever is declared. `asOf` is how often it had been stopped
   * when this was begun. @throws {Cancelled} where somebody has stopped it since.
   */
  async start(desired: Tenant, asOf?: number): Promise<RunningSandbox> {
    await this.#stopping?.catch(() => {})
    if (asOf !== undefined && asOf !== this.#stops) throw new Cancelled()
    this.#running ??= this.#open()
    const running = await this.#running
    running.seed(desired)
    return running
  }

  /** Stops it; it is seen to run until its file is closed. */
  async stop(): Promise<void> {
    const running = this.#running
    this.#running = undefined
    this.#stops += 1
    if (running !== undefined) this.#stopping = this.#close(running)
    await this.#stopping
  }

  /** Stops it and deletes its file: it begins anew. */
  async reset(): Promise<void> {
    const file = this.#file()
    await this.stop()
    for (const each of [file, `${file}-wal`, `${file}-shm`]) await fs.rm(each, { force: true })
  }

  async #close(running: Promise<RunningSandbox>): Promise<void> {
    try {
      await (await running.catch(() => undefined))?.stop()
    } finally {
      this.#stopping = undefined
      this.#item.hide()
      await commands.executeCommand('setContext', 'entitle.sandboxRunning', false)
      this.#changed.fire()
    }
  }

  dispose(): void {
    this.#item.dispose()
    this.#changed.dispose()
    void this.#running?.then(running => running.stop()).catch(() => {})
  }

  async #open(): Promise<RunningSandbox> {
    const file = this.#file()
    try {
      await fs.mkdir(path.dirname(file), { recursive: true })
      const running = await this.#engine().startSandbox(file)
      this.#item.tooltip = `Plan and Deploy use the sandbox tenant, never your own.\nIt answers at ${running.url} and is kept in ${file}.\nClick to plan.`
      this.#item.show()
      await commands.executeCommand('setContext', 'entitle.sandboxRunning', true)
      this.#changed.fire()
      return running
    } catch (error) {
      this.#running = undefined
      const why = error instanceof Error ? error.message : String(error)
      throw new Refusal(`The sandbox tenant could not be started from ${file}: ${why}`)
    }
  }

  #file(): string {
    const chosen = workspace.getConfiguration('entitle').get('sandbox.file', '')
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath
    if (chosen !== '') return path.resolve(folder ?? this.#context.globalStorageUri.fsPath, chosen)
    return path.join((this.#context.storageUri ?? this.#context.globalStorageUri).fsPath, 'sandbox.sqlite')
  }
}
