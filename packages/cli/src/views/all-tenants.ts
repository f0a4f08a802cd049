import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { aligned } from './columns.ts'
import { counted } from './counted.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'

/** How a command ended for one of several tenants. */
export interface TenantRun {
  /** The name of its declaration. */
  readonly name: string
  readonly title: string
  /** Undefined where it was not begun any more. */
  readonly exitCode: ExitCode | undefined
  /** What the command tells machines. */
  readonly report?: object
  /** Why it did not come to its end, in a sentence. */
  readonly failure?: string
}

const words: { readonly [code in ExitCode]: string } = {
  [exitCodes.fine]: 'as declared',
  [exitCodes.findings]: 'not done: there are errors',
  [exitCodes.pending]: 'not as declared',
  [exitCodes.refused]: 'refused, nothing was changed',
  [exitCodes.halfway]: 'failed on its way',
  [exitCodes.usage]: 'not done',
  [exitCodes.fault]: 'failed by a fault of Entitle',
  [exitCodes.cancelled]: 'cancelled',
}

/** Says which tenant follows. */
export const headingOf = (name: string, before: number, { bold }: Paint): string =>
  `${before === 0 ? '' : '\n'}${bold(`== ${name} ==`)}\n`

/** One line for each tenant, and what they add up to. */
export const tenantsText = (runs: readonly TenantRun[], { bold, green, red, yellow }: Paint): string => {
  const mark = ({ exitCode }: TenantRun) => {
    if (exitCode === exitCodes.fine) return green('✓')
    return exitCode === exitCodes.pending ? yellow('~') : red('✗')
  }
  const rows = runs.map(run => [
    `  ${mark(run)} ${run.name}`,
    run.title,
    run.exitCode === undefined ? 'not begun: cancelled before' : words[run.exitCode],
  ])
  const fine = runs.filter(({ exitCode }) => exitCode === exitCodes.fine).length
  return ['', bold(`${counted(runs.length, 'tenant')}, ${fine} as declared`), ...aligned(rows), ''].join('\n')
}

/** An array with an object for each tenant: the command's own report, or the sentence that says why there is none. */
export const tenantsJson = (runs: readonly TenantRun[]): string =>
  json(
    runs.map(({ name, exitCode, report, failure }) => ({
      tenant: name,
      exitCode: exitCode ?? null,
      ...(report === undefined ? {} : { report }),
      ...(failure === undefined ? {} : { failure }),
    })),
  )
