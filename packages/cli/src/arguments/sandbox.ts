import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, formatOption, number, type Registration } from './options.ts'
import { tendingArguments } from './sandbox-tending.ts'

/** The arguments of `entitle sandbox`: alone it does what `start` does, and its commands tend a sandbox that is kept. */
export const sandboxArguments = (program: Command, registration: Registration): void => {
  const sandbox = command(
    program,
    'sandbox',
    'Run a rehearsal tenant: Microsoft Graph as far as entitlement management needs it, on this machine only.',
  ).enablePositionalOptions()
  starting(sandbox, registration, 'sandbox')
    .addHelpText('after', () =>
      examples([
        ['entitle sandbox --port 8765', 'then: entitle plan --sandbox http://127.0.0.1:8765'],
        ['entitle sandbox --latency 100 :memory:', 'as slow as the real one, and forgotten afterwards'],
        ['entitle sandbox start --background', 'goes on until entitle sandbox stop'],
        ['entitle sandbox clock +30d', 'a month later: what has ended, what waits, who is gone'],
      ]),
    )
    .addHelpText(
      'after',
      '\nIt has every user, group, app and site that the sources in the current folder name. Ctrl-C stops it.',
    )
    .addHelpText('after', startCodes())
  const start = starting(
    command(sandbox, 'start', 'Run the tenant until Ctrl-C, or in the background.'),
    registration,
    'start',
  )
  start
    .option('--background', 'go on without this terminal, until entitle sandbox stop')
    .addHelpText('after', () =>
      examples([
        ['entitle sandbox start', 'until Ctrl-C'],
        ['entitle sandbox start --background --port 8765', 'until entitle sandbox stop'],
      ]),
    )
    .addHelpText('after', startCodes())
  tendingArguments(sandbox, registration)
}

const startCodes = () =>
  exitCodesHelp([
    [exitCodes.fine, 'stopped with Ctrl-C, or running in the background'],
    [exitCodes.refused, 'the port cannot be listened on, or the sandbox runs already'],
    exitCodes.usage,
  ])

const starting = (to: Command, { ports, done }: Registration, name: 'sandbox' | 'start'): Command =>
  to
    .argument('[file]', 'where the tenant is kept; :memory: forgets it', '.entitle/sandbox.db')
    .option('--port <number>', 'where to listen on 127.0.0.1 (default: any free port)', number('a port', 65_535))
    .option('--latency <ms>', 'let every request take this long', number('milliseconds', 60_000), 0)
    .option(
      '--read-delay <ms>',
      'let what was written be readable only after this long, as in Graph',
      number('milliseconds', 600_000),
      0,
    )
    .option('--tenant <name>', 'which declared tenant it stands for, where there are several')
    .addOption(formatOption())
    .action(async (file: string, typed: Typed) => {
      const { sandbox } = await import('../commands/sandbox.ts')
      const { port = 0, latency = 0, readDelay = 0, tenant } = typed
      const named = tenant === undefined ? {} : { tenant }
      const { format } = commonOf([], typed)
      const background = name === 'start' && typed.background === true
      done(
        await sandbox(
          { file, port, latencyMs: latency, readDelayMs: readDelay, ...named, format, background },
          ports(),
        ),
      )
    })
