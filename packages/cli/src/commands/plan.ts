import path from 'node:path'
import { serializePlan } from '@entitle/graph'
import type { ExitCode } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { writable } from '../sources/file-reason.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { planJson, planText } from '../views/plan.ts'
import { printable } from '../views/printable.ts'
import { comparing } from './comparing.ts'

export interface PlanArguments extends TenantArguments {
  /** Where to keep the plan for `entitle deploy FILE`. */
  readonly out?: string
  readonly prune: boolean
}

/** Shows what deploying would change. Writes nothing to the tenant. */
export const plan = ({ out, ...options }: PlanArguments, ports: Ports): Promise<ExitCode> =>
  comparing(options, ports, {
    done: 'planned',
    format: 'entitle-plan-report/1',
    prune: options.prune,
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
