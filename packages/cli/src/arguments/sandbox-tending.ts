import type { Command } from 'commander'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { examples, exitCodesHelp } from '../help.ts'
import type { Ports } from '../ports.ts'
import { commonOf, type Typed } from '../typed-options.ts'
import { command, formatOption, type Registration } from './options.ts'

/** Where a sandbox is kept, and how to speak about it. */
export interface KeptArguments {
  readonly file: string
  readonly format: 'human' | 'json'
  readonly yes: boolean
}

const yesOption = ['--yes', 'do not ask'] as const
const kept = '.entitle/sandbox.db'

/** The arguments of the commands that tend a sandbox, whether it runs or not. */
export const tendingArguments = (sandbox: Command, { ports, done }: Registration): void => {
  const register = (
    name: string,
    description: string,
    lines: readonly (readonly [string, string])[],
    codes: readonly (ExitCode | readonly [ExitCode, string])[],
  ) =>
    command(sandbox, name, description)
      .addOption(formatOption())
      .addHelpText('after', () => examples(lines))
      .addHelpText('after', exitCodesHelp([exitCodes.fine, ...codes]))
  const finish = async (carryOut: (given: Ports) => Promise<ExitCode>) => done(await carryOut(ports()))
  const of = (file: string, typed: Typed): KeptArguments => ({
    file,
    format: commonOf([], typed).format,
    yes: typed.yes === true,
  })

  register(
    'stop',
    'End a sandbox that runs; what it was told is kept.',
    [['entitle sandbox stop', 'ends it']],
    [[exitCodes.refused, 'it does not end']],
  )
    .argument('[file]', 'where the tenant is kept', kept)
    .action((file: string, typed: Typed) =>
      finish(async given => (await import('../commands/sandbox-stop.ts')).stopSandbox(of(file, typed), given)),
    )

  register(
    'reset',
    'Forget everything in a sandbox: it is an empty tenant again, of the same id, and its time is now.',
    [['entitle sandbox reset --yes', 'begins anew, without asking']],
    [[exitCodes.refused, 'not confirmed; nothing was changed'], exitCodes.usage],
  )
    .argument('[file]', 'where the tenant is kept', kept)
    .option(...yesOption)
    .action((file: string, typed: Typed) =>
      finish(async given => (await import('../commands/sandbox-state.ts')).resetSandbox(of(file, typed), given)),
    )

  register(
    'seed',
    'Add the users, groups, apps and sites that the sources here name, or a file; what is there stays as it is.',
    [
      ['entitle sandbox seed', 'whoever and whatever the sources here name'],
      ['entitle sandbox seed --from people.json', 'also managers, members, sponsors and directory roles'],
    ],
    [exitCodes.usage],
  )
    .argument('[file]', 'where the tenant is kept', kept)
    .option('--from <json>', 'a file such as {"users": [{"userPrincipalName": "ada@contoso.com", "managerUpn": "…"}]}')
    .option('--tenant <name>', 'which declared tenant it stands for, where there are several')
    .action((file: string, typed: Typed) =>
      finish(async given =>
        (await import('../commands/sandbox-seed.ts')).seedSandbox(
          { ...of(file, typed), from: typed.from, tenant: typed.tenant },
          given,
        ),
      ),
    )

  register(
    'export',
    'Write a whole sandbox as JSON: its directory, everything governed, and its time.',
    [
      ['entitle sandbox export --out before.json', 'to come back to with entitle sandbox import before.json'],
      ['entitle sandbox export | jq .tenant', 'to standard output'],
    ],
    [exitCodes.usage],
  )
    .argument('[file]', 'where the tenant is kept', kept)
    .option('--out <json>', 'the file to write (default: standard output)')
    .action((file: string, typed: Typed) =>
      finish(async given =>
        (await import('../commands/sandbox-state.ts')).exportSandbox({ ...of(file, typed), out: typed.out }, given),
      ),
    )

  register(
    'import',
    'Replace everything in a sandbox by what entitle sandbox export wrote.',
    [['entitle sandbox import before.json --yes', 'as it was, without asking']],
    [[exitCodes.refused, 'not confirmed; nothing was changed'], exitCodes.usage],
  )
    .argument('<json>', 'a file that entitle sandbox export wrote')
    .argument('[file]', 'where the tenant is kept', kept)
    .option(...yesOption)
    .action((from: string, file: string, typed: Typed) =>
      finish(async given =>
        (await import('../commands/sandbox-state.ts')).importSandbox({ ...of(file, typed), from }, given),
      ),
    )

  register(
    'clock',
    "Show a sandbox's time, or move it on: access ends, approvals run out, reviews open and close, guests go.",
    [
      ['entitle sandbox clock', 'what time it is there'],
      ['entitle sandbox clock +30d', 'a month later; also +90m, +12h, +2w'],
      ['entitle sandbox clock 2027-01-31', 'the beginning of that day, in UTC'],
    ],
    [exitCodes.usage],
  )
    .argument('[when]', 'how much later, or a date; left out: show it')
    .argument('[file]', 'where the tenant is kept', kept)
    .action((when: string | undefined, file: string, typed: Typed) =>
      finish(async given =>
        (await import('../commands/sandbox-clock.ts')).sandboxClock({ ...of(file, typed), when }, given),
      ),
    )
}
