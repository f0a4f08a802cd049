import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import {
  command,
  each,
  excludeOption,
  formatOption,
  type Registration,
  tenantOptions,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle audit`. */
export const auditArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'audit',
      'Hold a tenant as it is to the rules, with sources or without any. Changes nothing.',
    ).argument(
      '[paths...]',
      'sources with the standard, tags and waivers that hold (default: those in the current folder, if there are any)',
    ),
  )
    .option('--standard <name>', 'the standard to hold it to (default: that of the sources, else recommended)')
    .option(
      '--catalog <name>',
      'only the catalog of this display name or id; once for each of several (default: the whole tenant)',
      each,
    )
    .addOption(excludeOption())
    .addOption(formatOption())
    .addOption(verboseOption('show every request, every rule that passes, and every object of long lists'))
    .addHelpText('after', () =>
      examples([
        ['entitle audit --tenant contoso.com', 'a tenant without sources, by the recommended standard'],
        ['entitle audit --tenant contoso.com --standard strict', 'by a stricter one'],
        ['entitle audit', 'the tenant that the sources here declare, by their own standard'],
        ['entitle audit --format json', 'for a nightly run: {"format":"entitle-audit/1", …}'],
      ]),
    )
    .addHelpText(
      'after',
      [
        '',
        'Each rule passes, fails, or is not determined: what may not be read, or what the language has no words for,',
        'is never counted as either. Rules that look at sources alone are left out, and listed.',
        '--tenant takes a domain or an id of a tenant, or the name of one that the sources declare.',
      ].join('\n'),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'no rule of severity error fails'],
        [exitCodes.findings, 'a rule of severity error fails, or the sources can’t be understood'],
        [exitCodes.refused, 'not signed in, or the tenant can’t be read'],
        [exitCodes.halfway, 'none fails, but a rule of severity error could not be determined; the output says why'],
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (paths: string[], typed: Typed & { readonly standard?: string }) => {
      const { audit } = await import('../commands/audit.ts')
      const { standard } = typed
      const options = {
        ...(await tenantOf(paths, typed, ports())),
        catalogs: typed.catalog ?? [],
        ...(standard === undefined ? {} : { standard }),
      }
      done(await audit(options, ports()))
    })
}
