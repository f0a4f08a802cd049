import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, formatOption, pathsWords, type Registration } from './options.ts'

/** The arguments of `entitle fmt`. */
export const fmtArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'fmt', 'Lay the sources out as the style has it; comments and blank lines stay.')
    .argument('[paths...]', pathsWords)
    .option('--check', 'write nothing, only name the files that would change')
    .addOption(excludeOption())
    .addOption(formatOption())
    .addHelpText('after', () =>
      examples([
        ['entitle fmt', 'every file below the current folder'],
        ['entitle fmt --check', 'in a pipeline: fails where something is not in shape'],
      ]),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'every file is in shape now'],
        [exitCodes.findings, 'a file does not parse, or (--check) is not in shape'],
        exitCodes.usage,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { fmt } = await import('../commands/fmt.ts')
      done(await fmt({ ...commonOf(paths, typed), check: typed.check === true }, ports()))
    })
}
