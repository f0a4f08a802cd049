import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, excludeOption, pathsWords, type Registration } from './options.ts'

export type PictureFormat = 'mermaid' | 'svg'

type TypedHere = Omit<Typed, 'format' | 'catalog'> & {
  readonly format?: PictureFormat
  readonly package?: string
  readonly catalog?: string
}

/** The arguments of `entitle graph`. */
export const graphArguments = (program: Command, { ports, done }: Registration): void => {
  command(program, 'graph', 'Draw who may get what, or how one package is got, kept and lost.')
    .argument('[paths...]', pathsWords)
    .option('--package <name>', 'the lifecycle of this package: request, approval, access, review, end')
    .option('--catalog <name>', 'a map of this catalog only (default: of all)')
    .addOption(
      new Option('--format <format>', 'how to draw it (default: as the name of --out ends, else mermaid)').choices([
        'mermaid',
        'svg',
      ]),
    )
    .option('--out <file>', 'write it to a file (default: standard output)')
    .addOption(excludeOption())
    .addHelpText('after', () =>
      examples([
        ['entitle graph', 'people, packages and what they give, as Mermaid text'],
        ['entitle graph --out access.svg', 'the same as a picture'],
        ['entitle graph --package alpine-access --out alpine.svg', 'a column for each policy of one package'],
        ['entitle graph --catalog partners --out partners.mmd', 'one catalog, for a page that shows Mermaid'],
      ]),
    )
    .addHelpText('after', exitCodesHelp([[exitCodes.fine, 'drawn'], exitCodes.usage]))
    .action(async (paths: string[], typed: TypedHere) => {
      const { graph } = await import('../commands/graph.ts')
      const { format, package: drawn, catalog, out, ...rest } = typed
      done(
        await graph(
          {
            ...commonOf(paths, rest),
            ...(format === undefined ? {} : { as: format }),
            ...(drawn === undefined ? {} : { package: drawn }),
            ...(catalog === undefined ? {} : { catalog }),
            ...(out === undefined ? {} : { out }),
          },
          ports(),
        ),
      )
    })
}
