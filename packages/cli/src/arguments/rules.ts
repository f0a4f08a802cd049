import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, formatOption, type Registration } from './options.ts'

/** The arguments of `entitle rules`. */
export const rulesArguments = (program: Command, { ports, done }: Registration): void => {
  command(
    program,
    'rules',
    'List the rules that hold here, how each is set and which standard says so; or show the page of one.',
  )
    .argument(
      '[rule or paths...]',
      'a rule, to read its page; files and folders whose rules are meant (default: the current folder)',
    )
    .addOption(excludeOption())
    .addOption(formatOption())
    .addHelpText('after', () =>
      examples([
        ['entitle rules', 'every rule, and how it is set for the current folder'],
        ['entitle rules external-review', 'what it finds, its options, what to prefer, and how it is set here'],
        ['entitle rules --format json', 'for a script: {"format":"entitle-rules/1", …}'],
      ]),
    )
    .addHelpText('after', exitCodesHelp([exitCodes.fine, [exitCodes.usage, 'there is no such rule or path']]))
    .action(async (words: string[], typed: Typed) => {
      const { rules } = await import('../commands/rules.ts')
      const { exclude, format } = commonOf([], typed)
      done(await rules({ words, exclude, format }, ports()))
    })
}
