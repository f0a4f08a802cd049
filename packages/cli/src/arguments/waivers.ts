import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, formatOption, pathsWords, type Registration } from './options.ts'

/** The arguments of `entitle waivers`. */
export const waiversArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'waivers', 'List the exceptions from rules, those that end first before others.')
    .argument('[paths...]', pathsWords)
    .addOption(excludeOption())
    .addOption(formatOption())
    .addHelpText('after', () =>
      examples([
        ['entitle waivers', 'until when, of which rule, where, why'],
        ['entitle waivers --format json', 'for a script: {"format":"entitle-waivers/1", …}'],
      ]),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'they are listed, whatever their state'], exitCodes.usage]))
    .action(async (paths: string[], typed: Typed) => {
      const { waivers } = await import('../commands/waivers.ts')
      done(await waivers(commonOf(paths, typed), ports()))
    })
}
