import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import { command, excludeOption, pathsWords, type Registration, tenantOptions } from './options.ts'

/** The arguments of `entitle mcp`. */
export const mcpArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(program, 'mcp', 'Serve agents: the Model Context Protocol on standard input and output.').argument(
      '[paths...]',
      pathsWords,
    ),
  )
    .addOption(excludeOption())
    .addHelpText('after', () =>
      examples([
        ['entitle mcp', 'what to tell an agent to start, in the folder of the sources'],
        ['entitle mcp --sandbox', 'and let it plan against the rehearsal tenant kept here'],
        ['entitle mcp --tenant contoso --auth azure-cli', 'and let it plan against your tenant'],
      ]),
    )
    .addHelpText(
      'after',
      [
        '',
        'Agents may check the sources, explain access, list rules, plan, and write a new package once every question is answered.',
        'None of the tools deploys: only you can. Without --sandbox or --tenant no tenant is read.',
        'Sign in before an agent plans (az login, or environment variables): nobody can be asked then.',
      ].join('\n'),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'the agent left'], exitCodes.usage]))
    .action(async (paths: string[], typed: Typed) => {
      const { mcp } = await import('../commands/mcp.ts')
      done(await mcp(await tenantOf(paths, typed, ports()), ports()))
    })
}
