import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { failureOf } from './failure.ts'
import type { Ports } from './ports.ts'
import { createProgram } from './program.ts'
import { paintFor } from './views/paint.ts'

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
const told = async (error: unknown, verbose: boolean, ports: Ports): Promise<ExitCode> => {
  // Commander has said what is wrong already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  const { terminal } = ports
  const { exitCode, message, stack } = await failureOf(error, ports)
  terminal.writeError(`${paintFor(terminal).red('✗')} ${message}\n`)
  if (exitCode !== exitCodes.fault) return exitCode
  if (verbose && stack !== undefined) terminal.writeError(`${stack}\n`)
  else terminal.writeError('  This is a fault of Entitle, not of your files. --verbose shows where it happened.\n')
  return exitCode
}
