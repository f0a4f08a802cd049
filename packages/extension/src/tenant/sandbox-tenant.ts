import type { Tenant } from '@entitle/graph'
import { commands, type Disposable, EventEmitter, StatusBarAlignment, window } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { RunningSandbox, SandboxHome } from './running-sandbox.ts'

/** The tenant that one rehearses in: it runs inside the extension and is kept for the workspace. */
export class SandboxTenant implements Disposable {
  readonly #home: SandboxHome
  readonly #item = window.createStatusBarItem('entitle.sandbox', StatusBarAlignment.Left, 0)
  readonly #changed = new EventEmitter<void>()
  /** It was started or stopped. */
  readonly onDidChange = this.#changed.event
  #running: Promise<RunningSandbox> | undefined
  #stopping: Promise<void> | undefined
  #stops = 0

  constructor(home: SandboxHome) {
    this.#home = home
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

  /** Stops it and deletes what is kept of it: it begins anew. */
  async reset(): Promise<void> {
    await this.stop()
    await this.#home.forget()
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
    try {
      const running = await this.#home.open()
      this.#item.tooltip = `Plan and Deploy use the sandbox tenant, never your own.\n${this.#home.describe(running)}\nClick to plan.`
      this.#item.show()
      await commands.executeCommand('setContext', 'entitle.sandboxRunning', true)
      this.#changed.fire()
      return running
    } catch (error) {
      this.#running = undefined
      const why = error instanceof Error ? error.message : String(error)
      throw new Refusal(`The sandbox tenant could not be started from ${this.#home.place()}: ${why}`)
    }
  }
}
