import {
  type Compared,
  type LimitedTransport,
  limited,
  neededPermissions,
  type Plan,
  preparePlan,
  prepareUndo,
  type Tenant,
  type TenantIdentity,
  type Undo,
} from '@entitle/graph'
import { type Desired, nearest } from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { OpenTenant, Ports } from '../ports.ts'
import type { Pruning } from '../pruning.ts'
import { Refusal } from '../refusal.ts'
import type { Sources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { checkTenant } from '../tenants/check-tenant.ts'
import { transportProblem } from '../tenants/problems.ts'
import { reading } from '../tenants/reading.ts'
import { type Chosen, chooseTarget, type Wanted } from '../tenants/target.ts'
import { watched } from '../tenants/watched.ts'
import { checkText } from '../views/check.ts'
import { counted } from '../views/counted.ts'
import type { FindingContext } from '../views/finding.ts'
import { progressOn } from '../views/progress.ts'
import { hasErrors } from './check.ts'

/** A tenant that one is signed in to, with requests limited and, with `--verbose`, shown. */
export interface Session extends OpenTenant {
  readonly transport: LimitedTransport
  readonly chosen: Chosen
}

/** Signs in. @throws {Refusal} when that fails, or when the tenant is not the one that was declared. */
export const openSession = async (options: TenantArguments, wanted: Wanted, ports: Ports): Promise<Session> => {
  const { terminal, clock } = ports
  const chosen = chooseTarget(options, wanted, ports)
  const progress = progressOn(terminal)
  progress.show(`signing in to ${chosen.title}`)
  const opened = await ports.tenants.open(chosen.target).finally(progress.clear)
  const seen = options.verbose ? watched(opened.transport, terminal, clock) : opened.transport
  const transport = limited(seen, clock)
  const session = { ...opened, transport, chosen }
  try {
    if (!chosen.isSandbox) await checkTenant(session, wanted.identity, ports.cancelled)
  } catch (error) {
    await opened.close()
    throw transportProblem(error, session)
  }
  return session
}

/** What planning (`read`) or deploying (`write`) what the sources ask wants of the tenant. */
export const wantedOf = (
  { tenant, identity }: { readonly tenant: Tenant; readonly identity: TenantIdentity },
  home: string,
  access: 'read' | 'write',
): Wanted => ({ identity, seed: tenant, home, permissions: neededPermissions(tenant.objects, access) })

/** What the sources ask of which tenant, and what they call its policies. */
export type Wish = Pick<Desired, 'tenant' | 'identity' | 'policies'>

/** What the sources ask of which tenant. @throws {Refusal} where that can't be told. */
export const desiredOf = (sources: Sources, options: TenantArguments): Wish => {
  const desired = sources.desired(options.tenant)
  const errors = desired.findings.filter(finding => finding.severity === 'error')
  if (errors.length > 0) throw new Refusal(errors.map(({ message }) => message).join('\n'), exitCodes.usage)
  return desired
}

/** Shows the sources' errors and answers true where there are any: then there is nothing to plan. */
export const sourcesHaveErrors = (
  sources: Sources,
  options: { readonly format: 'human' | 'json' },
  what: string,
  { terminal }: Ports,
  context: FindingContext,
): boolean => {
  const findings = sources.check()
  if (!hasErrors(findings)) return false
  if (options.format === 'human') {
    const errors = findings.filter(finding => finding.severity === 'error' && finding.waived === undefined)
    terminal.write(checkText({ findings: errors, files: sources.files, applied: [] }, context, false))
    terminal.write(`Not ${what}: the sources have errors. Nothing was changed.\n`)
  }
  return true
}

export interface Prepared {
  readonly plan: Plan
  /** What the plan was made from. */
  readonly compared: Compared
  readonly requests: number
  readonly objects: number
  readonly milliseconds: number
}

/** Reads the tenant and compares: the plan; `isPart` where it is a few catalogs of many. @throws {Refusal} when it can't be read. */
export const prepare = async (
  session: Session,
  desired: Wish,
  { prune, endAssignments, reassignTo, isPart = false }: Pruning & { readonly isPart?: boolean },
  ports: Ports,
): Promise<Prepared> => {
  const started = ports.clock.now().getTime()
  const prepared = await reading(session, ports, show =>
    preparePlan({
      transport: session.transport,
      desired: desired.tenant,
      identity: { ...desired.identity, tenantId: session.tenantId },
      options: {
        prune,
        endAssignments,
        isPart,
        ...(reassignTo === undefined
          ? {}
          : {
              reassignTo: {
                text: reassignTo,
                declared: desired.policies,
                nearest,
                now: ports.clock.now().toISOString(),
              },
            }),
        signal: ports.cancelled,
        onProgress: read => show(readSoFar(session, read)),
      },
    }),
  )
  return { ...prepared, milliseconds: ports.clock.now().getTime() - started }
}

/** Reads the tenant and plans to give back what a deployment took. @throws {Refusal} when it can't be read. */
export const prepareUndoing = async (
  session: Session,
  undo: Undo,
  { endAssignments }: Pick<Pruning, 'endAssignments'>,
  ports: Ports,
): Promise<Prepared> => {
  const started = ports.clock.now().getTime()
  const prepared = await reading(session, ports, show =>
    prepareUndo({
      transport: session.transport,
      undo,
      now: ports.clock.now().toISOString(),
      options: { endAssignments, signal: ports.cancelled, onProgress: read => show(readSoFar(session, read)) },
    }),
  )
  return { ...prepared, milliseconds: ports.clock.now().getTime() - started }
}

const readSoFar = (session: Session, { requests, objects }: { readonly requests: number; readonly objects: number }) =>
  `reading ${session.chosen.title}: ${counted(objects, 'object')} in ${counted(requests, 'request')}`

/** How a plan with errors ends: refused where the tenant could not be read, else with findings; undefined where it has none. */
export const exitCodeOfErrors = ({ findings }: Plan): ExitCode | undefined => {
  const errors = findings.filter(finding => finding.severity === 'error' && finding.waived === undefined)
  if (errors.length === 0) return undefined
  return errors.some(({ rule }) => rule === 'not-readable') ? exitCodes.refused : exitCodes.findings
}
