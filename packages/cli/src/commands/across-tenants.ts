import path from 'node:path'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { failureOf } from '../failure.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { sandboxFile } from '../tenants/target.ts'
import { titleOf } from '../tenants/title.ts'
import { headingOf, type TenantRun, tenantsJson, tenantsText } from '../views/all-tenants.ts'
import { paintFor } from '../views/paint.ts'
import { hasErrors } from './check.ts'
import { desiredOf } from './prepare.ts'

/** The options that mean one of several tenants. */
export interface OneTenant {
  readonly tenant: string
  readonly sandbox?: string | true
}

/** The worst ends first: what the command as a whole ends with. */
const worst: readonly ExitCode[] = [
  exitCodes.cancelled,
  exitCodes.halfway,
  exitCodes.fault,
  exitCodes.refused,
  exitCodes.usage,
  exitCodes.findings,
  exitCodes.pending,
]

/**
 * Runs a command for one declared tenant after the other. One that fails doesn't stop the rest; Ctrl-C does. As JSON the reports become one
 * array. `ready` may refuse before anything starts.
 */
export const acrossTenants = async (
  options: TenantArguments,
  ports: Ports,
  one: (of: OneTenant, place: Ports) => Promise<ExitCode>,
  ready: (names: readonly string[]) => void = () => {},
): Promise<ExitCode> => {
  const sources = await openSources(options, ports)
  const tenants = sources.tenants()
  const [first] = tenants
  if (first === undefined) desiredOf(sources, options)
  ready(tenants.map(({ name }) => name))
  // Errors of the sources are the same for each tenant: people are told once.
  if (first !== undefined && options.format === 'human' && hasErrors(sources.check()))
    return one({ tenant: first.name }, ports)
  const runs: TenantRun[] = []
  for (const { name, ...identity } of tenants) {
    const title = titleOf({ name, ...identity })
    if (ports.cancelled.aborted) runs.push({ name, title, exitCode: undefined })
    else runs.push({ name, title, ...(await runOne({ tenant: name, ...placeOf(options, name, sources.home, ports) })) })
  }
  ports.terminal.write(options.format === 'json' ? tenantsJson(runs) : tenantsText(runs, paintFor(ports.terminal)))
  const codes = new Set(runs.map(({ exitCode }) => exitCode ?? exitCodes.cancelled))
  return worst.find(code => codes.has(code)) ?? exitCodes.fine

  async function runOne(of: OneTenant): Promise<Pick<TenantRun, 'exitCode' | 'report' | 'failure'>> {
    const human = options.format === 'human'
    let report = ''
    const write = (text: string) => {
      report += text
    }
    const place = human ? ports : { ...ports, terminal: { ...ports.terminal, write } }
    if (human) ports.terminal.write(headingOf(of.tenant, runs.length, paintFor(ports.terminal)))
    try {
      const exitCode = await one(of, place)
      return { exitCode, ...(report === '' ? {} : { report: JSON.parse(report) }) }
    } catch (error) {
      const { exitCode, message } = await failureOf(error, ports)
      ports.terminal.writeError(`${paintFor(ports.terminal).red('✗')} ${message}\n`)
      return { exitCode, failure: message }
    }
  }
}

/** Each tenant rehearses in a sandbox of its own. @throws {Refusal} where one sandbox is named. */
const placeOf = (
  { sandbox }: TenantArguments,
  name: string,
  home: string,
  { folder }: Ports,
): { readonly sandbox?: string } => {
  if (sandbox === undefined || sandbox === ':memory:') return sandbox === undefined ? {} : { sandbox }
  if (sandbox !== true)
    throw unusable('--all-tenants rehearses each tenant in a sandbox of its own: give --sandbox without a name.')
  const { dir, name: base, ext } = path.parse(sandboxFile)
  return { sandbox: path.relative(folder, path.join(home, dir, `${base}-${name}${ext}`)) }
}
