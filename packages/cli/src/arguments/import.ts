import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { Refusal } from '../refusal.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import { command, each, formatOption, type Registration, tenantOptions, verboseOption } from './options.ts'

/** The arguments of `entitle import`. */
export const importArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(program, 'import', 'Write what a tenant has as .entitle files. Reads the tenant, writes nothing to it.'),
  )
    .option(
      '--catalog <name>',
      'only the catalog of this display name or id; once for each of several (default: the whole tenant)',
      each,
    )
    .option('--out <folder>', 'where the files go; made where it is not there (default: the current folder)')
    .option(
      '--update',
      'change the sources of the folder where the tenant is otherwise; comments, order, names and templates stay',
    )
    .option('--templates', 'let a policy template say what three or more policies share')
    .addOption(formatOption())
    .addOption(verboseOption('show every request, and every property that no statement says'))
    .addHelpText('after', () =>
      examples([
        ['entitle import --tenant contoso.com', 'all of your tenant, into this folder'],
        ['entitle import --tenant contoso.com --catalog "Partner collaboration"', 'one catalog and what it names'],
        ['entitle import --tenant contoso.com --update', 'what somebody changed in the portal, into these sources'],
        ['entitle import --sandbox --out copy', 'the rehearsal tenant kept here, into the folder copy'],
      ]),
    )
    .addHelpText(
      'after',
      [
        '',
        'One file for each catalog, and one each for the tenant, organizations, named directory objects and reviews.',
        '--tenant takes a domain or an id of a tenant, or the name of one that the sources declare.',
        'No file is overwritten but those of an import that was interrupted: run it again and it goes on.',
        'What breaks a rule of the recommended standard is excused for 90 days by a waiver in the files.',
        '--update takes nothing away that is a declaration: what is declared and not in the tenant is listed.',
        'Who holds access now is not written: that comes and goes without the sources.',
      ].join('\n'),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'all that was read is written or listed'],
        [exitCodes.findings, 'the same, but checking the files finds errors that no waiver excuses'],
        [
          exitCodes.refused,
          'nothing was written: not signed in, not readable, files are in the way, or (--update) the sources have errors',
        ],
        [exitCodes.halfway, 'a part could not be read or written; the output says which'],
        exitCodes.usage,
        [exitCodes.cancelled, 'cancelled (Ctrl-C); whole files only were written, and the next run goes on'],
      ]),
    )
    .action(async (typed: Typed) => {
      const { importSources } = await import('../commands/import.ts')
      if (typed.update === true && typed.templates === true)
        throw new Refusal(
          '--update keeps the templates that the sources have; it makes none. Leave out --templates.',
          exitCodes.usage,
        )
      const options = {
        ...(await tenantOf([], typed, ports())),
        catalogs: typed.catalog ?? [],
        templates: typed.templates === true,
        update: typed.update === true,
        out: typed.out ?? '.',
      }
      done(await importSources(options, ports()))
    })
}
