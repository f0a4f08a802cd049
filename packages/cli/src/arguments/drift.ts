import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import {
  allTenantsOption,
  command,
  each,
  excludeOption,
  formatOption,
  pathsWords,
  type Registration,
  tenantOptions,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle drift`. */
export const driftArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'drift',
      'Show where the tenant is no longer as declared: declared values, then what the tenant has.',
    ).argument('[paths...]', pathsWords),
  )
    .addOption(allTenantsOption())
    .option(
      '--catalog <name>',
      'only what lies in the declared catalog of this display name; once for each of several',
      each,
    )
    .addOption(excludeOption())
    .addOption(formatOption())
    .addOption(verboseOption('show every request, what is inside missing objects, and the lines of the sources'))
    .addHelpText('after', () =>
      examples([
        ['entitle drift --tenant contoso', 'who changed something in the portal?'],
        ['entitle drift --format json', 'for a nightly run: {"format":"entitle-drift/1", …}'],
      ]),
    )
    .addHelpText(
      'after',
      '\nObjects that are in a declared catalog and not declared are listed; alone they are no drift.' +
        '\nWhat drifted is also a finding on its declaration: changed-in-tenant or missing-in-tenant.',
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'the tenant is as declared'],
        [exitCodes.findings, 'the sources have errors, or a question must be settled first'],
        [exitCodes.pending, 'the tenant drifted'],
        exitCodes.refused,
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { drift, driftAll } = await import('../commands/drift.ts')
      const options = { ...(await tenantOf(paths, typed, ports())), catalogs: typed.catalog ?? [] }
      done(await (typed.allTenants === true ? driftAll(options, ports()) : drift(options, ports())))
    })
}
