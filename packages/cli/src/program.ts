import { Command } from 'commander'
import { auditArguments } from './arguments/audit.ts'
import { checkArguments } from './arguments/check.ts'
import { convertArguments } from './arguments/convert.ts'
import { deployArguments } from './arguments/deploy.ts'
import { doctorArguments } from './arguments/doctor.ts'
import { driftArguments } from './arguments/drift.ts'
import { explainArguments } from './arguments/explain.ts'
import { fmtArguments } from './arguments/fmt.ts'
import { graphArguments } from './arguments/graph.ts'
import { importArguments } from './arguments/import.ts'
import { lspArguments } from './arguments/lsp.ts'
import { mcpArguments } from './arguments/mcp.ts'
import { namesArguments } from './arguments/names.ts'
import { planArguments } from './arguments/plan.ts'
import { reportArguments } from './arguments/report.ts'
import { rulesArguments } from './arguments/rules.ts'
import { sandboxArguments } from './arguments/sandbox.ts'
import { testArguments } from './arguments/test.ts'
import { waiversArguments } from './arguments/waivers.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { examples, exitCodesHelp } from './help.ts'
import type { Ports } from './ports.ts'
import { version } from './version.ts'
import { printableText } from './views/printable.ts'

const all = [
  checkArguments,
  fmtArguments,
  testArguments,
  planArguments,
  deployArguments,
  driftArguments,
  auditArguments,
  importArguments,
  convertArguments,
  doctorArguments,
  namesArguments,
  rulesArguments,
  waiversArguments,
  reportArguments,
  graphArguments,
  sandboxArguments,
  explainArguments,
  lspArguments,
  mcpArguments,
]

/** The command line as Commander has it. Commands are loaded when they run, so that help is there at once. */
export const createProgram = (ports: Ports | undefined, done: (code: ExitCode) => void): Command => {
  const here = (): Ports => {
    if (ports === undefined) throw new Error('Help needs no ports; commands do.')
    return ports
  }
  const width = ports === undefined ? 100 : Math.max(60, ports.terminal.columns)
  const program = new Command('entitle')
    .description('Microsoft Entra entitlement management as .entitle files: check them, plan, deploy.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand(false)
    // What stands behind a command's name is that command's: `sandbox start --port 8765`.
    .enablePositionalOptions()
    .usage('<command> [options]')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: text => here().terminal.write(text),
      writeErr: text => here().terminal.writeError(text),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(`✗ ${sentence(text)}\n`),
    })
    .addHelpText('after', () =>
      [
        examples([
          ['entitle check', 'what is wrong with the sources here'],
          ['entitle plan --sandbox', 'what deploying to a rehearsal tenant would change'],
          ['entitle deploy --tenant contoso', 'plan, ask, and do it, in your own tenant'],
        ]),
        exitCodesHelp(Object.values(exitCodes)),
        '',
        'entitle <command> --help tells more about a command.',
      ].join('\n'),
    )

  for (const register of all) register(program, { ports: here, done })
  return program
}

/** Commander's words as ours: a sentence without `error:` before it. */
const sentence = (text: string): string => {
  const plain = text
    .replace(/^error: /, '')
    .replace(/option '(--[\w-]+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\./, '$1 takes $3; not $2.')
    .replace(/option '(--[\w-]+)[^']*' argument '(.*)' is invalid\. It takes/, '$1 cannot be $2. It takes')
    .trim()
  const first = plain.charAt(0).toUpperCase() + plain.slice(1)
  return first.split('\n').map(printableText).join('\n')
}

/** The names of all commands, sorted. */
export const commandNames = (): readonly string[] =>
  createProgram(undefined, () => {})
    .commands.map(command => command.name())
    .sort()

/** The names of the commands that a command has, as they are typed: `sandbox clock`. */
export const commandNamesBelow = (name: string): readonly string[] =>
  (
    find(
      createProgram(undefined, () => {}),
      name,
    )?.commands ?? []
  ).map(command => `${name} ${command.name()}`)

const find = (program: Command, name: string): Command | undefined =>
  name
    .split(' ')
    .reduce<Command | undefined>((within, word) => within?.commands.find(found => found.name() === word), program)

/** The help of a command such as `plan` or `sandbox clock`, or of `entitle` itself, as it is printed 100 columns wide. */
export const helpOf = (name?: string): string => {
  const program = createProgram(undefined, () => {})
  const command = name === undefined ? program : find(program, name)
  if (command === undefined) throw new Error(`No command is called ${name}.`)
  let help = ''
  const capture = {
    writeOut: (text: string) => {
      help += text
    },
  }
  command.configureOutput({ ...program.configureOutput(), ...capture })
  command.outputHelp()
  return help
}
