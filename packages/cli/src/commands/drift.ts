import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { driftJson, driftText } from '../views/drift.ts'
import { findingJson, json } from '../views/json.ts'
import type { PlanResult } from '../views/plan.ts'
import { printable } from '../views/printable.ts'
import { desiredOf, exitCodeOfErrors, openSession, prepare, sourcesHaveErrors } from './prepare.ts'

/** Shows where the tenant is not as declared. Writes nothing. */
export const drift = async (options: TenantArguments, ports: Ports): Promise<ExitCode> => {
  const sources = await openSources(options.paths, ports)
  const context = findingContext(sources, ports)
  if (sourcesHaveErrors(sources, options, 'compared', ports, context)) {
    if (options.format === 'json') {
      const findings = sources.check().map(finding => findingJson(finding, context.nameOf))
      ports.terminal.write(json({ format: 'entitle-drift/1', findings }))
    }
    return exitCodes.findings
  }
  const desired = desiredOf(sources, options)
  const wanted = { identity: desired.identity, seed: desired.tenant, home: sources.home, access: 'read' } as const
  const session = await openSession(options, wanted, ports)
  try {
    const prepared = await prepare(session, desired, {}, ports)
    const result: PlanResult = {
      ...prepared,
      plan: printable(prepared.plan),
      tenant: session.chosen.title,
      where: session.chosen.where,
      ...(session.account === undefined ? {} : { account: session.account }),
      prune: false,
      verbose: options.verbose,
    }
    ports.terminal.write(
      options.format === 'json'
        ? driftJson({ ...result, plan: prepared.plan }, context.nameOf)
        : driftText(result, context),
    )
    const errors = exitCodeOfErrors(prepared.plan)
    if (errors !== undefined) return errors
    return prepared.plan.steps.length === 0 ? exitCodes.fine : exitCodes.pending
  } finally {
    await session.close()
  }
}
