import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Ends a command with one clear sentence or two for people. Whoever throws it has changed nothing. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = exitCodes.refused) {
    super(message)
    this.exitCode = exitCode
  }
}

/** What was typed, or a file that it names, can't be used. */
export const unusable = (message: string): Refusal => new Refusal(message, exitCodes.usage)

/** The person pressed Ctrl-C before anything was changed. */
export const cancelled = (): Refusal => new Refusal('Cancelled. Nothing was changed.', exitCodes.cancelled)
