import type { ReportFormat } from '@entitle/language'
import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import { command, excludeOption, pathsWords, type Registration, tenantOptions } from './options.ts'

const formats: readonly ReportFormat[] = ['html', 'markdown', 'json']

/** The arguments of `entitle report`. */
export const reportArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'report',
      'Say where the sources, or a tenant, stand with external access and with the rules, for an auditor.',
    ).argument('[paths...]', pathsWords),
  )
    .option('--out <file>', 'write it to a file (default: standard output)')
    .addOption(
      new Option('--format <format>', 'how to write it (default: as the name of --out ends, else markdown)').choices([
        ...formats,
      ]),
    )
    .option('--since <file>', 'compare with an earlier report, one of --format json')
    .addOption(excludeOption())
    .addHelpText('after', () =>
      examples([
        ['entitle report --out report.html', 'a page to read, to print and to hand over'],
        ['entitle report --out report.json', 'to compare with next time'],
        ['entitle report --tenant contoso.com --out live.html', 'of the tenant as it is, with sources or without any'],
        ['entitle report --since report.json', 'and what has changed since, as Markdown'],
      ]),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'the report is written, whatever it says'], exitCodes.usage]))
    .action(async (paths: string[], typed: Omit<Typed, 'format'> & { format?: ReportFormat; since?: string }) => {
      const { report } = await import('../commands/report.ts')
      const { format, since, out, ...rest } = typed
      done(
        await report(
          {
            ...(await tenantOf(paths, rest, ports())),
            isLive: rest.tenant !== undefined || rest.sandbox !== undefined,
            ...(format === undefined ? {} : { as: format }),
            ...(out === undefined ? {} : { out }),
            ...(since === undefined ? {} : { since }),
          },
          ports(),
        ),
      )
    })
}
