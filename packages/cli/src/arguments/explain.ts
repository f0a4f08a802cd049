import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, formatOption, type Registration } from './options.ts'

/** The arguments of `entitle explain`. */
export const explainArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'explain', 'Say what a word of the language, a rule or the code of a finding means.')
    .argument('[words...]', 'what to explain (default: list everything there is)')
    .addOption(formatOption())
    .addHelpText('after', () =>
      examples([
        ['entitle explain requestable by', 'a statement: its forms, default, Graph property and an example'],
        ['entitle explain review', 'every meaning of a word that has several'],
        ['entitle explain external-expiration', 'a rule: what it finds, its options, what to prefer'],
        ['entitle explain duplicate-display-name', 'the code of a finding, and the way out'],
        ['entitle explain', 'all words, rules and codes'],
      ]),
    )
    .addHelpText('after', exitCodesHelp([exitCodes.fine, [exitCodes.usage, 'nothing is called that']]))
    .action(async (words: string[], typed: Typed) => {
      const { explain } = await import('../commands/explain.ts')
      done(await explain({ words, format: commonOf([], typed).format }, ports()))
    })
}
