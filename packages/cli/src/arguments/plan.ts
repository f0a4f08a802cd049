import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { pruningOf, type Typed, tenantOf } from '../typed-options.ts'
import {
  allTenantsOption,
  command,
  excludeOption,
  pathsWords,
  planFormatOption,
  type Registration,
  tenantOptions,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle plan`. */
export const planArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(program, 'plan', 'Show what deploying would change. Reads the tenant, writes nothing to it.').argument(
      '[paths...]',
      pathsWords,
    ),
  )
    .addOption(allTenantsOption())
    .option('--out <file>', 'keep the plan, for: entitle deploy FILE')
    .option('--prune', 'plan to delete what is in declared catalogs and not declared')
    .option('--end-assignments', 'with --prune: end the access of the people who hold what is deleted')
    .option('--reassign-to <policy>', 'with --prune: move these people to this policy, as in supplier.staff')
    .addOption(excludeOption())
    .addOption(planFormatOption())
    .addOption(verboseOption('show every request, and what is inside new objects'))
    .addHelpText('after', () =>
      examples([
        ['entitle plan --sandbox', 'against a rehearsal tenant on this machine'],
        ['entitle plan --tenant contoso', 'against your own; sign-in as --auth says'],
        ['entitle plan --prune --end-assignments', 'delete also what people hold, and end their access first'],
        ['entitle plan --prune --reassign-to supplier.staff', 'the same, and give these people that policy'],
        ['entitle plan --all-tenants', 'against each of the declared tenants'],
        ['entitle plan --format markdown', 'a comment for the pull request: what its approver should know first'],
        ['entitle plan --out spring.plan', 'keep it, to deploy exactly this later'],
        ['entitle plan --sandbox=demo.db', 'a rehearsal tenant kept in demo.db'],
      ]),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'nothing to do'],
        [exitCodes.findings, 'the sources have errors, or a question must be settled first'],
        [exitCodes.pending, 'changes are pending'],
        exitCodes.refused,
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { plan, planAll } = await import('../commands/plan.ts')
      const given = await tenantOf(paths, typed, ports())
      const out = typed.out === undefined ? {} : { out: typed.out }
      const markdown = typed.format === 'markdown'
      const options = { ...given, ...out, ...pruningOf(typed), markdown }
      done(await (typed.allTenants === true ? planAll(options, ports()) : plan(options, ports())))
    })
}
