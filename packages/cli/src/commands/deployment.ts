import path from 'node:path'
import {
  checkedPlan,
  isUndo,
  neededPermissions,
  type Plan,
  parsePlan,
  parseUndo,
  permissionsOfPlan,
  type TenantIdentity,
} from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { type Pruning, pruningIn, requirePrune } from '../pruning.ts'
import { Refusal, unusable } from '../refusal.ts'
import { readable } from '../sources/file-reason.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { titleOf } from '../tenants/title.ts'
import type { FindingContext } from '../views/finding.ts'
import { findingJson, json } from '../views/json.ts'
import type { PlanResult } from '../views/plan.ts'
import { printableText } from '../views/printable.ts'
import type { Confirmation } from './confirm.ts'
import {
  desiredOf,
  openSession,
  prepare,
  prepareUndoing,
  type Session,
  sourcesHaveErrors,
  wantedOf,
} from './prepare.ts'

export interface DeployArguments extends TenantArguments, Confirmation, Pruning {
  /** Where to keep what undoes the deployment. */
  readonly undoOut?: string
}

/** What is to be carried out, and where. */
export interface Deployment {
  readonly session: Session
  readonly result: PlanResult
  readonly context: FindingContext
  /** How many changes planning again finds; undefined where the plan came from a file. */
  readonly left?: () => Promise<number>
  /** It undoes an earlier one. */
  readonly isUndoing?: boolean
}

/** The plan in the file that is named, what undoes the deployment of one that is, or a new plan of the sources. `errors`: the sources have some, and they were shown. */
export const deploymentOf = async (options: DeployArguments, ports: Ports): Promise<Deployment | 'errors'> => {
  const file = await planFileIn(options.paths, ports)
  return file === undefined ? fromSources(options, ports) : fromFile(file, options, ports)
}

/** A file that is no source is a plan. @throws {Refusal} when other paths stand beside it. */
const planFileIn = async (paths: readonly string[], { files, folder }: Ports): Promise<string | undefined> => {
  for (const typed of paths) {
    if (typed.endsWith('.entitle') || (await files.kindOf(path.resolve(folder, typed))) !== 'file') continue
    if (paths.length > 1)
      throw unusable(
        `${printableText(typed)} is a saved plan; deploy takes one plan, or folders and .entitle files, not both.`,
      )
    return typed
  }
  return undefined
}

const fromSources = async (options: DeployArguments, ports: Ports): Promise<Deployment | 'errors'> => {
  requirePrune(options)
  const sources = await openSources(options, ports)
  const context = findingContext(sources, ports)
  if (sourcesHaveErrors(sources, options, 'deployed', ports, context)) {
    if (options.format === 'json') {
      const findings = sources.check().map(finding => findingJson(finding, context.nameOf))
      ports.terminal.write(json({ format: 'entitle-deploy/1', status: 'refused', findings }))
    }
    return 'errors'
  }
  const desired = desiredOf(sources, options)
  sources.release()
  const session = await openSession(options, wantedOf(desired, sources.home, 'write'), ports)
  try {
    const prepared = await prepare(session, desired, options, ports)
    const plan = checkedPlan(prepared.plan, prepared.compared)
    const left = async () => (await prepare(session, desired, options, ports)).plan.steps.length
    return { session, result: resultOf(session, { ...prepared, plan }, options), context, left }
  } catch (error) {
    await session.close()
    throw error
  }
}

const fromFile = async (typed: string, options: DeployArguments, ports: Ports): Promise<Deployment> => {
  const text = await readable(typed, () => ports.files.readText(path.resolve(ports.folder, typed)))
  if (isUndo(text)) return fromUndo(typed, text, options, ports)
  if (options.prune) throw unusable('A saved plan says by itself what it deletes: give --prune to entitle plan.')
  requirePrune(options)
  const parsed = parsePlan(text)
  if ('error' in parsed)
    throw unusable(
      `${printableText(typed)} is not a plan that can be deployed: ${sentence(printableText(parsed.error))} Nothing was changed.`,
    )
  const { plan } = parsed
  const session = await openFor('plan', plan.tenant, permissionsOfPlan(plan), options, ports)
  const prepared = { plan, requests: 0, objects: 0, milliseconds: 0 }
  return {
    session,
    result: { ...resultOf(session, prepared, options), from: typed },
    context: findingContext(undefined, ports),
  }
}

/** What undoes a deployment, planned against the tenant as it is now. */
const fromUndo = async (typed: string, text: string, options: DeployArguments, ports: Ports): Promise<Deployment> => {
  if (options.prune || options.reassignTo !== undefined)
    throw unusable('An undo file says by itself what it takes away again: --prune and --reassign-to are for sources.')
  const parsed = parseUndo(text)
  if ('error' in parsed)
    throw unusable(`${printableText(typed)} can't be carried out: ${printableText(parsed.error)} Nothing was changed.`)
  const { undo } = parsed
  const session = await openFor('undo file', undo.tenant, neededPermissions(undo.former, 'write'), options, ports)
  try {
    const prepared = await prepareUndoing(session, undo, options, ports)
    const plan = checkedPlan(prepared.plan, prepared.compared)
    const left = async () => (await prepareUndoing(session, undo, options, ports)).plan.steps.length
    const result = { ...resultOf(session, { ...prepared, plan }, options), prune: true, from: typed }
    return { session, result, context: findingContext(undefined, ports), left, isUndoing: true }
  } catch (error) {
    await session.close()
    throw error
  }
}

/** Signs in to the tenant that a file is for. @throws {Refusal} where another one is meant or found. */
const openFor = async (
  what: 'plan' | 'undo file',
  tenant: TenantIdentity & { readonly tenantId: string },
  permissions: readonly string[],
  options: DeployArguments,
  ports: Ports,
): Promise<Session> => {
  if (options.tenant !== undefined && options.tenant !== tenant.name)
    throw new Refusal(`This ${what} is for ${tenant.name}, not for ${options.tenant}. Nothing was changed.`)
  const wanted = {
    identity: { ...tenant, id: tenant.tenantId },
    seed: { objects: [] },
    home: ports.folder,
    permissions,
  }
  const session = await openSession(options, wanted, ports)
  if (session.tenantId.toLowerCase() === tenant.tenantId.toLowerCase()) return session
  await session.close()
  throw new Refusal(
    `This ${what} is for another tenant: it was made for ${titleOf(tenant)} (${tenant.tenantId}), and the ${session.chosen.title} is ${session.tenantId}. Nothing was changed${what === 'plan' ? '; plan again for this tenant' : ''}.`,
  )
}

const resultOf = (
  session: Session,
  prepared: { readonly plan: Plan; readonly requests: number; readonly objects: number; readonly milliseconds: number },
  options: DeployArguments,
): PlanResult => ({
  ...prepared,
  tenant: session.chosen.title,
  where: session.chosen.where,
  ...(session.account === undefined ? {} : { account: session.account }),
  ...pruningIn(options),
  verbose: options.verbose,
  deploying: true,
})

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
