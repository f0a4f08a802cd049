import { checkedPlan } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { type Pruning, pruningIn, requirePrune } from '../pruning.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources, type Sources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import type { FindingContext } from '../views/finding.ts'
import { findingJson, json } from '../views/json.ts'
import type { PlanResult } from '../views/plan.ts'
import { hasErrors } from './check.ts'
import { desiredOf, exitCodeOfErrors, openSession, prepare, sourcesHaveErrors, wantedOf } from './prepare.ts'
import { declaredIn, withinCatalogs } from './within-catalogs.ts'

/** How a command compares sources and tenant, and what it makes of the plan. */
export interface Comparison {
  /** What did not happen where the sources have errors: `Not planned`. */
  readonly done: string
  /** The format of the report that holds the sources' findings then. */
  readonly format: string
  readonly pruning: Pruning
  /** Whether what an approver of the plan would want to be told is told. */
  readonly checks: boolean
  /** Display names of the catalogs that it is about; all without. */
  readonly catalogs?: readonly string[]
  /** Tells the errors of the sources otherwise than as text for people. */
  tellErrors?(sources: Sources): Promise<string>
  show(result: PlanResult, context: FindingContext): void | Promise<void>
}

/** Compares the sources with the tenant and has the result shown. Writes nothing to the tenant. */
export const comparing = async (
  options: TenantArguments,
  ports: Ports,
  { done, format, pruning, checks, catalogs = [], tellErrors, show }: Comparison,
): Promise<ExitCode> => {
  requirePrune(pruning)
  const sources = await openSources(options, ports)
  const context = findingContext(sources, ports)
  if (tellErrors !== undefined && hasErrors(sources.check())) {
    ports.terminal.write(await tellErrors(sources))
    return exitCodes.findings
  }
  if (sourcesHaveErrors(sources, options, done, ports, context)) {
    if (options.format === 'json') {
      const findings = sources.check().map(finding => findingJson(finding, context.nameOf))
      ports.terminal.write(json({ format, findings }))
    }
    return exitCodes.findings
  }
  const declared = desiredOf(sources, options)
  const desired = { ...declared, tenant: declaredIn(catalogs, declared.tenant) }
  sources.release()
  const session = await openSession(options, wantedOf(desired, sources.home, 'read'), ports)
  try {
    const prepared = await prepare(session, desired, { ...pruning, isPart: catalogs.length > 0 }, ports)
    const { plan: made, compared } = prepared
    const plan = withinCatalogs(checks ? checkedPlan(made, compared) : made, catalogs, desired.tenant)
    const result: PlanResult = {
      ...prepared,
      plan,
      tenant: session.chosen.title,
      where: session.chosen.where,
      ...(session.account === undefined ? {} : { account: session.account }),
      ...pruningIn(pruning),
      verbose: options.verbose,
    }
    await show(result, context)
    return exitCodeOfErrors(plan) ?? (plan.steps.length === 0 ? exitCodes.fine : exitCodes.pending)
  } finally {
    await session.close()
  }
}
