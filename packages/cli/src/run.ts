import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Ports } from './ports.ts'
import { createProgram } from './program.ts'
import { Refusal } from './refusal.ts'
import { paintFor } from './views/paint.ts'
import { printableText } from './views/printable.ts'

/** Runs one command line (without `node` and the program's name) and returns its exit code. Never throws. */
export const run = async (argv: readonly string[], ports: Ports): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.fine
  const program = createProgram(ports, code => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    return told(error, argv.includes('--verbose'), ports)
  }
}

/** Says what went wrong, in one sentence for people. */
const told = async (error: unknown, verbose: boolean, { terminal, cancelled }: Ports): Promise<ExitCode> => {
  // Commander has said what is wrong already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  const paint = paintFor(terminal)
  const say = (text: string) => terminal.writeError(`${paint.red('✗')} ${text}\n`)
  if (error instanceof Refusal) {
    say(error.message)
    return error.exitCode
  }
  if (cancelled.aborted) {
    say('Cancelled. Nothing was changed.')
    return exitCodes.cancelled
  }
  // Nobody knows what such an error holds, so tokens are looked for in it. Loaded only now: the help should not wait for it.
  const { redact } = await import('@entitle/graph')
  const message = error instanceof Error ? error.message : String(error)
  say(`Entitle itself failed: ${printableText(redact(message))}`)
  if (verbose && error instanceof Error && error.stack !== undefined) terminal.writeError(`${redact(error.stack)}\n`)
  else terminal.writeError('  This is a fault of Entitle, not of your files. --verbose shows where it happened.\n')
  return exitCodes.fault
}
