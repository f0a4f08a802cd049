import type { Command } from 'commander'
import type { CheckArguments } from '../commands/check.ts'
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
    .option('--fix-unsafe', 'apply every fix, also those that somebody should look at')
    .option('--no-cache', 'look at every file, also at those that did not change since the last check')
    .addOption(excludeOption())
    .option(
      '--max-warnings <count>',
      'fail also where there are more warnings than this',
      number('a number', 1_000_000),
    )
    .option('--baseline <file>', 'leave out what rules found when this file was written')
    .option('--write-baseline <file>', 'write down what rules find now, so that only what is new is told from then on')
    .addOption(reportFormatOption())
    .addOption(verboseOption('hints too'))
    .addHelpText('after', () =>
      examples([
        ['entitle check', 'everything below the current folder'],
        ['entitle check partners.entitle --fix', 'and repair what is safe to repair'],
        ['entitle check --write-baseline baseline.json', 'adopt rules little by little: what is there now is known'],
        ['entitle check --baseline baseline.json', 'and only what is new is told'],
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
        ...fixOf(typed),
        cache: typed.cache !== false,
        ...(typed.baseline === undefined ? {} : { baseline: typed.baseline }),
        ...(typed.writeBaseline === undefined ? {} : { writeBaseline: typed.writeBaseline }),
        ...(typed.maxWarnings === undefined ? {} : { maxWarnings: typed.maxWarnings }),
      }
      done(await check(options, ports()))
    })
}

const fixOf = ({ fix, fixUnsafe }: Typed): Pick<CheckArguments, 'fix'> => {
  if (fixUnsafe === true) return { fix: 'unsafe' }
  return fix === true ? { fix: 'safe' } : {}
}
