import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import {
  command,
  excludeOption,
  number,
  pathsWords,
  type Registration,
  reportFormatOption,
  verboseOption,
} from './options.ts'

/** The arguments of `entitle check`. */
export const checkArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'check', 'Say what is wrong with the sources. Asks no tenant.')
    .argument('[paths...]', pathsWords)
    .option('--fix', 'apply every fix that is safe')
    .option('--no-cache', 'look at every file, also at those that did not change since the last check')
    .addOption(excludeOption())
    .option(
      '--max-warnings <count>',
      'fail also where there are more warnings than this',
      number('a number', 1_000_000),
    )
    .addOption(reportFormatOption())
    .addOption(verboseOption('hints too'))
    .addHelpText('after', () =>
      examples([
        ['entitle check', 'everything below the current folder'],
        ['entitle check partners.entitle --fix', 'and repair what is safe to repair'],
        ['entitle check --max-warnings 0', 'warnings fail, too'],
        ['entitle check --format json', 'for a script: {"format":"entitle-check/1", …}'],
        ['entitle check --format github', 'annotations on a pull request, in GitHub Actions'],
        ['entitle check --format sarif > entitle.sarif', 'for code scanning'],
      ]),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'no errors'],
        [exitCodes.findings, 'errors, or more warnings than --max-warnings allows'],
        exitCodes.usage,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { check } = await import('../commands/check.ts')
      const options = {
        ...commonOf(paths, typed),
        format: typed.format ?? 'human',
        fix: typed.fix === true,
        cache: typed.cache !== false,
        ...(typed.maxWarnings === undefined ? {} : { maxWarnings: typed.maxWarnings }),
      }
      done(await check(options, ports()))
    })
}
