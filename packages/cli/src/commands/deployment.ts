import path from 'node:path'
import { checkedPlan, type Plan, parsePlan, permissionsOfPlan } from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { type Pruning, pruningIn } from '../pruning.ts'
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
import { desiredOf, openSession, prepare, type Session, sourcesHaveErrors, type Wish, wantedOf } from './prepare.ts'

export interface DeployArguments extends TenantArguments, Confirmation, Pruning {}

/** What is to be carried out, and where. */
export interface Deployment {
  readonly session: Session
  readonly result: PlanResult
  readonly context: FindingContext
  /** What the sources ask; undefined where the plan came from a file. */
  readonly desired?: Wish
}

/** The plan in the file that is named, or a new one of the sources. `errors`: the sources have some, and they were shown. */
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
    return { session, result: resultOf(session, { ...prepared, plan }, options), context, desired }
  } catch (error) {
    await session.close()
    throw error
  }
}

const fromFile = async (typed: string, options: DeployArguments, ports: Ports): Promise<Deployment> => {
  if (options.prune) throw unusable('A saved plan says by itself what it deletes: give --prune to entitle plan.')
  const text = await readable(typed, () => ports.files.readText(path.resolve(ports.folder, typed)))
  const parsed = parsePlan(text)
  if ('error' in parsed)
    throw unusable(
      `${printableText(typed)} is not a plan that can be deployed: ${sentence(printableText(parsed.error))} Nothing was changed.`,
    )
  const { plan } = parsed
  if (options.tenant !== undefined && options.tenant !== plan.tenant.name)
    throw new Refusal(`This plan is for ${plan.tenant.name}, not for ${options.tenant}. Nothing was changed.`)
  const identity = { ...plan.tenant, id: plan.tenant.tenantId }
  const permissions = permissionsOfPlan(plan)
  const session = await openSession(
    options,
    { identity, seed: { objects: [] }, home: ports.folder, permissions },
    ports,
  )
  if (session.tenantId.toLowerCase() !== plan.tenant.tenantId.toLowerCase()) {
    await session.close()
    throw new Refusal(
      `This plan is for another tenant: it was made for ${titleOf(plan.tenant)} (${plan.tenant.tenantId}), and the ${session.chosen.title} is ${session.tenantId}. Nothing was changed; plan again for this tenant.`,
    )
  }
  const prepared = { plan, requests: 0, objects: 0, milliseconds: 0 }
  return {
    session,
    result: { ...resultOf(session, prepared, options), from: typed },
    context: findingContext(undefined, ports),
  }
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
