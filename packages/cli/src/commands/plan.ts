import path from 'node:path'
import { serializePlan } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { writable } from '../sources/file-reason.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { findingJson, json } from '../views/json.ts'
import { type PlanResult, planJson, planText } from '../views/plan.ts'
import { printable } from '../views/printable.ts'
import { desiredOf, exitCodeOfErrors, openSession, prepare, sourcesHaveErrors } from './prepare.ts'

export interface PlanArguments extends TenantArguments {
  /** Where to keep the plan for `entitle deploy FILE`. */
  readonly out?: string
  readonly prune: boolean
}

/** Shows what deploying would change. Writes nothing to the tenant. */
export const plan = async (options: PlanArguments, ports: Ports): Promise<ExitCode> => {
  const sources = await openSources(options.paths, ports)
  const context = findingContext(sources, ports)
  if (sourcesHaveErrors(sources, options, 'planned', ports, context)) {
    if (options.format === 'json') {
      const findings = sources.check().map(finding => findingJson(finding, context.nameOf))
      ports.terminal.write(json({ format: 'entitle-plan-report/1', findings }))
    }
    return exitCodes.findings
  }
  const desired = desiredOf(sources, options)
  const wanted = { identity: desired.identity, seed: desired.tenant, home: sources.home, access: 'read' } as const
  const session = await openSession(options, wanted, ports)
  try {
    const prepared = await prepare(session, desired, options, ports)
    const { out } = options
    if (out !== undefined)
      await writable(out, () => ports.files.writeText(path.resolve(ports.folder, out), serializePlan(prepared.plan)))
    const result: PlanResult = {
      ...prepared,
      plan: printable(prepared.plan),
      tenant: session.chosen.title,
      where: session.chosen.where,
      ...(session.account === undefined ? {} : { account: session.account }),
      prune: options.prune,
      verbose: options.verbose,
      ...(options.out === undefined ? {} : { saved: options.out }),
    }
    ports.terminal.write(
      options.format === 'json'
        ? planJson({ ...result, plan: prepared.plan }, context.nameOf)
        : planText(result, context),
    )
    const errors = exitCodeOfErrors(prepared.plan)
    if (errors !== undefined) return errors
    return prepared.plan.steps.length === 0 ? exitCodes.fine : exitCodes.pending
  } finally {
    await session.close()
  }
}
