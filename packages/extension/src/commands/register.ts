import { redact } from '@entitle/graph'
import { commands, type Disposable, type LogOutputChannel } from 'vscode'
import { showFailure } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'

/** A command's name in the manifest, what people call it, and what it does. */
export interface Command {
  readonly name: string
  readonly title: string
  run(...parameters: readonly unknown[]): Promise<unknown>
}

const report = (log: LogOutputChannel, title: string, error: unknown): void => {
  if (error instanceof Cancelled) return
  if (error instanceof Refusal) {
    log.warn(`${title}: ${error.message}`)
    void showFailure(error.message, error.actions)
    return
  }
  const message = redact(error instanceof Error ? error.message : String(error))
  log.error(`${title}: ${error instanceof Error ? redact(error.stack ?? message) : message}`)
  void showFailure(`${title} ended early: ${message}`, { 'Show Log': 'entitle.showLog' })
}

/**
 * Registers a command: what it can't do ends in a message with an action. Its result goes to whoever ran it from code.
 */
export const register = (log: LogOutputChannel, { name, title, run }: Command): Disposable =>
  commands.registerCommand(name, async (...parameters: unknown[]) => {
    try {
      return await run(...parameters)
    } catch (error) {
      report(log, title, error)
      return undefined
    }
  })
