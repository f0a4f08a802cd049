import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { authKinds, type Ports } from '../ports.ts'
import { reportFormats } from '../views/reports/report.ts'

/** What a command's action needs: the ports, taken only when it runs, and where to leave the exit code. */
export interface Registration {
  ports(): Ports
  done(code: ExitCode): void
}

export const pathsWords = 'folders or .entitle files (default: the current folder)'

export const command = (program: Command, name: string, description: string): Command =>
  program.command(name).description(description).allowExcessArguments(false)

export const formatOption = (): Option =>
  new Option('--format <format>', 'human text, or one JSON object').choices(['human', 'json']).default('human')

/** As {@link formatOption}, and a comment on a pull request. */
export const planFormatOption = (): Option =>
  new Option('--format <format>', 'human text, one JSON object, or a comment on a pull request')
    .choices(['human', 'json', 'markdown'])
    .default('human')

/** As {@link formatOption}, with the forms that pipelines and code hosts read. */
export const reportFormatOption = (): Option =>
  new Option('--format <format>', 'text for people, one JSON object, or what code hosts and pipelines read')
    .choices(['human', 'json', ...reportFormats])
    .default('human')

export const excludeOption = (): Option =>
  new Option(
    '--exclude <pattern>',
    'leave files out, as a line of .gitignore does; once for each of several',
  ).argParser(each)

export const verboseOption = (what: string): Option => new Option('--verbose', what)

/** Adds the options that say which tenant a command is about. */
export const tenantOptions = (to: Command): Command =>
  to
    .option('--tenant <name>', 'which of the declared tenants, where there are several')
    .option(
      '--sandbox [file]',
      'a rehearsal tenant kept in a file (default: .entitle/sandbox.db), or the URL of a running one',
    )
    .addOption(
      new Option('--auth <kind>', 'how to sign in to a real tenant')
        .choices([...authKinds])
        .default('auto', 'what works without asking you, then device-code'),
    )

export const allTenantsOption = (): Option =>
  new Option(
    '--all-tenants',
    'one declared tenant after the other, with a summary; one that fails does not stop the rest',
  )

/** Reads a whole number from 0 to `most`. */
export const number = (what: string, most: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new InvalidArgumentError(`It takes ${what} from 0 to ${most}.`)
  return value
}

/** Collects what is given more than once. */
export const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]
