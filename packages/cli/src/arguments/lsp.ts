import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { command, type Registration } from './options.ts'

/** The arguments of `entitle lsp`. */
export const lspArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'lsp', 'Serve editors: the Language Server Protocol on standard input and output.')
    .option('--stdio', 'the only way there is; editors give it', true)
    .addHelpText('after', () =>
      examples([['entitle lsp --stdio', 'what to tell an editor to start for .entitle files']]),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'the editor left']]))
    .action(async () => {
      const { lsp } = await import('../commands/lsp.ts')
      done(await lsp(ports()))
    })
}
