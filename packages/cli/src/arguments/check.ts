import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, formatOption, pathsWords, type Registration, verboseOption } from './options.ts'

/** The arguments of `entitle check`. */
export const checkArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'check', 'Say what is wrong with the sources. Asks no tenant.')
    .argument('[paths...]', pathsWords)
    .option('--fix', 'apply every fix that is safe')
    .option('--no-cache', 'look at every file, also at those that did not change since the last check')
    .addOption(excludeOption())
    .addOption(formatOption())
    .addOption(verboseOption('hints too'))
    .addHelpText('after', () =>
      examples([
        ['entitle check', 'everything below the current folder'],
        ['entitle check partners.entitle --fix', 'and repair what is safe to repair'],
        ['entitle check --format json', 'for a script: {"format":"entitle-check/1", …}'],
      ]),
    )
    .addHelpText(
      'after',
      exitCodesHelp([[exitCodes.fine, 'no errors'], [exitCodes.findings, 'errors'], exitCodes.usage]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { check } = await import('../commands/check.ts')
      done(await check({ ...commonOf(paths, typed), fix: typed.fix === true, cache: typed.cache !== false }, ports()))
    })
}
