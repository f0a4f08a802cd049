import path from 'node:path'
import { serializePlan } from '@entitle/graph'
import type { ExitCode } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import type { Pruning } from '../pruning.ts'
import { unusable } from '../refusal.ts'
import { writable } from '../sources/file-reason.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { planJson, planText } from '../views/plan.ts'
import { printable } from '../views/printable.ts'
import { acrossTenants } from './across-tenants.ts'
import { comparing } from './comparing.ts'

export interface PlanArguments extends TenantArguments, Pruning {
  /** Where to keep the plan for `entitle deploy FILE`. */
  readonly out?: string
}

/** {@link plan} for every declared tenant. @throws {Refusal} with a file to keep one plan in. */
export const planAll = (options: PlanArguments, ports: Ports): Promise<ExitCode> => {
  if (options.out !== undefined)
    throw unusable('--out keeps the plan of one tenant. Say which with --tenant, once for each that you want to keep.')
  return acrossTenants(options, ports, (name, place) => plan({ ...options, ...name }, place))
}

/** Shows what deploying would change. Writes nothing to the tenant. */
export const plan = ({ out, ...options }: PlanArguments, ports: Ports): Promise<ExitCode> =>
  comparing(options, ports, {
    done: 'planned',
    format: 'entitle-plan-report/1',
    pruning: options,
    async show(compared, context) {
      if (out !== undefined)
        await writable(out, () => ports.files.writeText(path.resolve(ports.folder, out), serializePlan(compared.plan)))
      const result = { ...compared, ...(out === undefined ? {} : { saved: out }) }
      ports.terminal.write(
        options.format === 'json'
          ? planJson(result, context.nameOf)
          : planText({ ...result, plan: printable(result.plan) }, context),
      )
    },
  })
