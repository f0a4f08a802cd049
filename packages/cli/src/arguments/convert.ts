import type { forms } from '@entitle/language'
import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import type { Typed } from '../typed-options.ts'
import { command, formatOption, type Registration } from './options.ts'

const kinds = ['json', 'terraform', 'dsc'] as const satisfies typeof forms

/** The arguments of `entitle convert`. */
export const convertArguments = (program: Command, { ports, done }: Registration): void => {
  command(
    program,
    'convert',
    'Write as .entitle source what Microsoft Graph’s JSON, Terraform’s azuread provider or Microsoft365DSC says. Asks no tenant.',
  )
    .argument('<files...>', 'files to convert, into one source')
    .addOption(new Option('--from <form>', 'what the files are (default: as they look)').choices([...kinds]))
    .option('--out <file>', 'the file to write (default: standard output)')
    .addOption(formatOption())
    .addHelpText('after', () =>
      examples([
        ['entitle convert main.tf packages.tf --out partners.entitle', 'what Terraform manages until now'],
        [
          'entitle convert M365TenantConfig.ps1',
          'the resources of entitlement management that Microsoft365DSC exported',
        ],
        ['entitle convert policy.json', 'an object of Microsoft Graph, or a page of a list'],
      ]),
    )
    .addHelpText(
      'after',
      [
        '',
        'What can’t be said, or can’t be told from the text alone, is told on standard error, with its line.',
        'Terraform’s references are followed in the same file; what only Terraform can evaluate is told.',
      ].join('\n'),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'converted, less what is told'], exitCodes.usage]))
    .action(async (files: string[], typed: Typed) => {
      const { convert } = await import('../commands/convert.ts')
      const from = kinds.find(each => each === typed.from)
      done(
        await convert(
          {
            files,
            format: typed.format === 'json' ? 'json' : 'human',
            ...(from === undefined ? {} : { from }),
            ...(typed.out === undefined ? {} : { out: typed.out }),
          },
          ports(),
        ),
      )
    })
}
