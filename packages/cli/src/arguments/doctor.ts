import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import {
  allTenantsOption,
  command,
  excludeOption,
  formatOption,
  pathsWords,
  type Registration,
  tenantOptions,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle doctor`. */
export const doctorArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'doctor',
      'Say whether planning and deploying will work, and what is in the way: sign-in, permissions, roles, licences, limits, clock, network.',
    ).argument('[paths...]', pathsWords),
  )
    .addOption(allTenantsOption())
    .addOption(excludeOption())
    .addOption(formatOption())
    .addOption(verboseOption('show every request'))
    .addHelpText('after', () =>
      examples([
        ['entitle doctor', 'the tenant of the sources here, and what these sources need'],
        ['entitle doctor --tenant contoso.com', 'without sources: a tenant by its domain or id'],
        ['entitle doctor --auth device-code', 'as whoever types the code'],
        ['entitle doctor --format json', 'for a pipeline: {"format":"entitle-doctor/1", …}'],
      ]),
    )
    .addHelpText(
      'after',
      '\nEach line is fine (✓), a problem (✗) with its cause and remedy, or not determined (?) with what would tell.' +
        '\nNothing is written to the tenant, and no part of a token is shown.',
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'no problem was found'],
        [exitCodes.findings, 'there is a problem'],
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { doctor, doctorAll } = await import('../commands/doctor.ts')
      const options = await tenantOf(paths, typed, ports())
      done(await (typed.allTenants === true ? doctorAll(options, ports()) : doctor(options, ports())))
    })
}
