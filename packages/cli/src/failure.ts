import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Ports } from './ports.ts'
import { Refusal } from './refusal.ts'
import { printableText } from './views/printable.ts'

/** Why a command ended before its end, in words for people. */
export interface Failure {
  readonly exitCode: ExitCode
  readonly message: string
  /** Where in Entitle it happened, where that is the fault. */
  readonly stack?: string
}

/** What went wrong, in a sentence for people, and the exit code that says so. */
export const failureOf = async (error: unknown, { cancelled }: Pick<Ports, 'cancelled'>): Promise<Failure> => {
  if (error instanceof Refusal) return { exitCode: error.exitCode, message: error.message }
  if (cancelled.aborted) return { exitCode: exitCodes.cancelled, message: 'Cancelled. Nothing was changed.' }
  // Nobody knows what such an error holds, so tokens are looked for in it. Loaded only now: the help should not wait for it.
  const { redact } = await import('@entitle/graph')
  const text = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error && error.stack !== undefined ? { stack: redact(error.stack) } : {}
  return { exitCode: exitCodes.fault, message: `Entitle itself failed: ${printableText(redact(text))}`, ...stack }
}
