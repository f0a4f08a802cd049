import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, pathsWords, type Registration } from './options.ts'

/** The arguments of `entitle test`. */
export const testArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'test', 'Run the scenarios of the sources: who asks for what, and what comes of it. Asks no tenant.')
    .argument('[paths...]', pathsWords)
    .option('--only <text>', 'only the scenarios with this text in their title')
    .addOption(excludeOption())
    .addOption(
      new Option('--format <format>', 'human text, one JSON object, or the XML that pipelines read of tests')
        .choices(['human', 'json', 'junit'])
        .default('human'),
    )
    .addHelpText('after', () =>
      examples([
        ['entitle test', 'every scenario below the current folder'],
        ['entitle test --only Fabrikam', 'those about Fabrikam'],
        ['entitle test --format junit > scenarios.xml', 'for the test results of a pipeline'],
        ['entitle test --format json', 'for a script: {"format":"entitle-test/1", …}'],
      ]),
    )
    .addHelpText(
      'after',
      exitCodesHelp([
        [exitCodes.fine, 'every scenario passes'],
        [exitCodes.findings, 'a scenario fails, or the sources have errors'],
        [exitCodes.halfway, 'none fails, and of one the sources can’t tell'],
        exitCodes.usage,
      ]),
    )
    .action(async (paths: string[], typed: Typed) => {
      const { test } = await import('../commands/test.ts')
      const format = typed.format === 'json' || typed.format === 'junit' ? typed.format : 'human'
      const only = typed.only === undefined ? {} : { only: typed.only }
      done(await test({ ...commonOf(paths, typed), format, ...only }, ports()))
    })
}
