import type { Happened } from '@entitle/sandbox'
import type { KeptArguments } from '../arguments/sandbox-tending.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { json } from '../views/json.ts'
import { clockText, minutes } from '../views/sandbox-clock.ts'
import { withSandbox } from './sandbox-state.ts'

const units: { readonly [unit: string]: number } = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}

const forms = 'Say how much later, such as +30d (also m, h, w), or a date such as 2027-01-31.'

/** How far to move on, in milliseconds. @throws {Refusal} when it can't be read, or is in the past. */
export const lengthOf = (when: string, now: Date): number => {
  const later = /^\+(\d{1,6})([mhdw])$/.exec(when)
  if (later) return Number(later[1]) * Number(units[String(later[2])])
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(when)
  const at = isDate ? Date.parse(when) : Number.NaN
  if (Number.isNaN(at) || (isDate && new Date(at).toISOString().slice(0, 10) !== when.slice(0, 10)))
    throw unusable(`${when} is no time. ${forms}`)
  if (at < now.getTime())
    throw unusable(
      `It is ${minutes(now)} in this sandbox, and time moves forward only. To go back, reset it or import an earlier state.`,
    )
  return at - now.getTime()
}

/** Shows the time of a sandbox, or moves it on and says what that brought. */
export const sandboxClock = async (
  { file, format, when }: KeptArguments & { readonly when: string | undefined },
  ports: Pick<Ports, 'sandboxes' | 'terminal' | 'folder'>,
): Promise<ExitCode> =>
  withSandbox(file, 'refuse', ports, sandbox => {
    let happened: readonly Happened[] | undefined
    if (when !== undefined) happened = sandbox.clock.move(lengthOf(when, sandbox.clock.now()))
    const [now, aheadMs] = [sandbox.clock.now(), sandbox.clock.ahead()]
    ports.terminal.write(
      format === 'json'
        ? json({
            format: 'entitle-sandbox-clock/1',
            file,
            now: now.toISOString(),
            aheadSeconds: Math.round(aheadMs / 1000),
            ...(happened === undefined
              ? {}
              : { happened: happened.map(({ what, at }) => ({ what, at: at.toISOString() })) }),
          })
        : clockText(file, now, aheadMs, happened),
    )
    return exitCodes.fine
  })
