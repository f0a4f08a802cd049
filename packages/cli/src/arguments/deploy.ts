import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { unusable } from '../refusal.ts'
import { pruningOf, type Typed, tenantOf } from '../typed-options.ts'
import {
  allTenantsOption,
  command,
  each,
  excludeOption,
  formatOption,
  type Registration,
  tenantOptions,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle deploy`. */
export const deployArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'deploy',
      'Carry out a plan: a saved one, or what planning gives now. Shows it and asks first.',
    ).argument(
      '[paths...]',
      'a plan that entitle plan --out wrote, or what --undo-out wrote; or folders or .entitle files (default: the current folder)',
    ),
  )
    .addOption(allTenantsOption())
    .option('--yes', 'do not ask')
    .option('--confirm <name>', 'with --yes, for a protected tenant: its name; once for each of several', each)
    .option('--prune', 'delete what is in declared catalogs and not declared')
    .option('--end-assignments', 'with --prune or an undo file: end the access of the people who hold what is deleted')
    .option('--reassign-to <policy>', 'with --prune: move these people to this policy, as in supplier.staff')
    .option('--undo-out <file>', 'write what undoes this deployment, as far as that can be, to a new file')
    .addOption(excludeOption())
    .addOption(formatOption())
    .addOption(verboseOption('show every request, and what is inside new objects'))
    .addHelpText('after', () =>
      examples([
        ['entitle deploy --sandbox', 'to a rehearsal tenant on this machine'],
        ['entitle deploy --tenant contoso', 'to your own'],
        ['entitle deploy spring.plan', 'exactly what entitle plan --out spring.plan showed'],
        ['entitle deploy --yes --confirm contoso', 'in a pipeline, to a protected tenant'],
        ['entitle deploy --prune --end-assignments', 'delete also what people hold, and end their access first'],
        ['entitle deploy --prune --reassign-to supplier.staff', 'the same, and give these people that policy'],
        ['entitle deploy --undo-out friday.undo', 'keep what was there before'],
        ['entitle deploy friday.undo', 'and give it back'],
        ['entitle deploy --all-tenants', 'to each of the declared tenants, asking for each'],
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
      const given = await tenantOf(paths, typed, ports())
      const kept = typed.undoOut === undefined ? {} : { undoOut: typed.undoOut }
      const options = { ...given, ...kept, ...pruningOf(typed), yes: typed.yes === true }
      const names = typed.confirm ?? []
      if (typed.allTenants === true) {
        if (typed.undoOut !== undefined)
          throw unusable('--undo-out keeps what undoes one deployment. Say which with --tenant, once for each tenant.')
        const { deployAll } = await import('../commands/deploy-all.ts')
        done(await deployAll(options, names, ports()))
        return
      }
      const [confirm, ...more] = names
      if (more.length > 0) throw unusable('Several --confirm name several tenants: give --all-tenants with them.')
      const { deploy } = await import('../commands/deploy.ts')
      done(await deploy({ ...options, ...(confirm === undefined ? {} : { confirm }) }, ports()))
    })
}
