import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { nameKinds } from '../name-kinds.ts'
import { type Typed, tenantOf } from '../typed-options.ts'
import { command, formatOption, number, type Registration, tenantOptions, verboseOption } from './options.ts'

/** The arguments of `entitle names`. */
export const namesArguments = (program: Command, { ports, done }: Registration): void => {
  tenantOptions(
    command(
      program,
      'names',
      'Find the name of a user, group, application, role or site in a tenant, as sources write it.',
    )
      .argument('<kind>', `what to look for: ${nameKinds.join(', ')}`)
      .argument('[beginning]', 'how the name, or a word in it, begins (default: any)'),
  )
    .option('--of <application>', 'for role: the display name of the application whose roles are meant')
    .option('--limit <count>', 'how many names at most, from 1 to 100 (default: 20)', number('a whole number', 100))
    .addOption(formatOption())
    .addOption(verboseOption('show the request'))
    .addHelpText('after', () =>
      examples([
        ['entitle names group sales', 'groups with a word that begins with sales'],
        ['entitle names user anna --tenant contoso.com', 'people by name, user principal name or mail address'],
        ['entitle names role --of Salesforce', 'what a package may grant of an application'],
        ['entitle names site fin --sandbox', 'sites of the rehearsal tenant kept here'],
      ]),
    )
    .addHelpText(
      'after',
      '\nEach line begins with what to write. Where several objects have one name, their ids are shown: declare the one' +
        '\nthat you mean with its id, as in group sales "Sales" { id "…" }. Nothing is written to the tenant.',
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'looked up, also where nothing is called that'],
        [exitCodes.refused, 'not signed in, or not permitted to read such names'],
        exitCodes.usage,
        exitCodes.cancelled,
      ]),
    )
    .action(async (kind: string, beginning: string | undefined, typed: Typed) => {
      const { names } = await import('../commands/names.ts')
      const { of, limit } = typed
      const options = await tenantOf([], typed, ports())
      done(
        await names(
          {
            ...options,
            kind,
            beginning: beginning ?? '',
            ...(of === undefined ? {} : { of }),
            ...(limit === undefined ? {} : { limit }),
          },
          ports(),
        ),
      )
    })
}
