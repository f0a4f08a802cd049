import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, formatOption, number, type Registration } from './options.ts'

/** The arguments of `entitle sandbox`. */
export const sandboxArguments = (program: Command, { ports, done }: Registration): void => {
  command(
    program,
    'sandbox',
    'Run a rehearsal tenant: Microsoft Graph as far as entitlement management needs it, on this machine only.',
  )
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
    .addHelpText('after', () =>
      examples([
        ['entitle sandbox --port 8765', 'then: entitle plan --sandbox http://127.0.0.1:8765'],
        ['entitle sandbox --latency 100 :memory:', 'as slow as the real one, and forgotten afterwards'],
      ]),
    )
    .addHelpText(
      'after',
      '\nIt has every user, group, app and site that the sources in the current folder name. Ctrl-C stops it.',
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'stopped with Ctrl-C'],
        [exitCodes.refused, 'the port cannot be listened on'],
        exitCodes.usage,
      ]),
    )
    .action(async (file: string, typed: Typed) => {
      const { sandbox } = await import('../commands/sandbox.ts')
      const { port = 0, latency = 0, readDelay = 0, tenant } = typed
      const named = tenant === undefined ? {} : { tenant }
      done(
        await sandbox(
          { file, port, latencyMs: latency, readDelayMs: readDelay, ...named, format: commonOf([], typed).format },
          ports(),
        ),
      )
    })
}
