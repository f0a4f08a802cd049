import type { ExitCode } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { driftJson, driftText } from '../views/drift.ts'
import { printable } from '../views/printable.ts'
import { acrossTenants } from './across-tenants.ts'
import { comparing } from './comparing.ts'

export interface DriftArguments extends TenantArguments {
  /** Display names of the catalogs that it is about; all where there are none. */
  readonly catalogs: readonly string[]
}

/** Shows where the tenant is not as declared. Writes nothing. */
export const drift = ({ catalogs, ...options }: DriftArguments, ports: Ports): Promise<ExitCode> =>
  comparing(options, ports, {
    done: 'compared',
    format: 'entitle-drift/1',
    pruning: { prune: false, endAssignments: false },
    checks: false,
    catalogs,
    show(result, context) {
      ports.terminal.write(
        options.format === 'json'
          ? driftJson(result, context.nameOf)
          : driftText({ ...result, plan: printable(result.plan) }, context),
      )
    },
  })

/** {@link drift} for every declared tenant. */
export const driftAll = (options: DriftArguments, ports: Ports): Promise<ExitCode> =>
  acrossTenants(options, ports, (name, place) => drift({ ...options, ...name }, place))
