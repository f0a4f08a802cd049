import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import { command, formatOption, type Registration, tenantOptions, verboseOption } from './options.ts'

/** The arguments of `entitle deploy`. */
export const deployArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'deploy',
      'Carry out a plan: a saved one, or what planning gives now. Shows it and asks first.',
    ).argument(
      '[paths...]',
      'a plan that entitle plan --out wrote; or folders or .entitle files (default: the current folder)',
    ),
  )
    .option('--yes', 'do not ask')
    .option('--confirm <name>', 'with --yes, for a protected tenant: its name')
    .option('--prune', 'delete what is in declared catalogs and not declared')
    .addOption(formatOption())
    .addOption(verboseOption('show every request, and what is inside new objects'))
    .addHelpText('after', () =>
      examples([
        ['entitle deploy --sandbox', 'to a rehearsal tenant on this machine'],
        ['entitle deploy --tenant contoso', 'to your own'],
        ['entitle deploy spring.plan', 'exactly what entitle plan --out spring.plan showed'],
        ['entitle deploy --yes --confirm contoso', 'in a pipeline, to a protected tenant'],
      ]),
    )
    .addHelpText(
      'after',
      '\nCtrl-C stops after the request under way and says what took effect; a second one stops at once.',
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'done, or nothing to do'],
        [exitCodes.findings, 'the sources have errors, or a question must be settled first; nothing was changed'],
        [exitCodes.pending, 'done, but reading again shows something that is not as declared'],
        exitCodes.refused,
        exitCodes.halfway,
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { deploy } = await import('../commands/deploy.ts')
      const options = await tenantOf(paths, typed, ports())
      const confirm = typed.confirm === undefined ? {} : { confirm: typed.confirm }
      done(await deploy({ ...options, prune: typed.prune === true, ...confirm, yes: typed.yes === true }, ports()))
    })
}
