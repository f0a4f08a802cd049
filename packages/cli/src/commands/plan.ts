import path from 'node:path'
import { serializePlan } from '@entitle/graph'
import type { ExitCode } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import type { Pruning } from '../pruning.ts'
import { unusable } from '../refusal.ts'
import { writable } from '../sources/file-reason.ts'
import { reportRoot } from '../sources/report-root.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { planJson, planText } from '../views/plan.ts'
import { planMarkdown } from '../views/plan-markdown.ts'
import { printable } from '../views/printable.ts'
import { reportIn } from '../views/reports/report-in.ts'
import { acrossTenants } from './across-tenants.ts'
import { type Comparison, comparing } from './comparing.ts'

export interface PlanArguments extends TenantArguments, Pruning {
  /** As a comment on a pull request, rather than as `format` says. */
  readonly markdown?: boolean
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
export const plan = ({ out, markdown = false, ...options }: PlanArguments, ports: Ports): Promise<ExitCode> =>
  comparing(options, ports, {
    done: 'planned',
    format: 'entitle-plan-report/1',
    pruning: options,
    checks: true,
    ...(markdown ? { tellErrors: errorsMarkdown(ports) } : {}),
    async show(compared, context) {
      if (out !== undefined)
        await writable(out, () => ports.files.writeText(path.resolve(ports.folder, out), serializePlan(compared.plan)))
      const result = { ...compared, ...(out === undefined ? {} : { saved: out }) }
      if (options.format === 'json') return ports.terminal.write(planJson(result, context.nameOf))
      const shown = { ...result, plan: printable(result.plan) }
      ports.terminal.write(markdown ? planMarkdown(shown, context) : planText(shown, context))
    },
  })

/** Why nothing was planned, as a comment too. */
const errorsMarkdown =
  (ports: Ports): NonNullable<Comparison['tellErrors']> =>
  async sources =>
    reportIn(
      'markdown',
      { command: 'plan', findings: sources.check(), files: sources.files, verbose: false },
      { root: await reportRoot(ports), textOf: uri => sources.text(uri), wayTo: place => sources.wayTo(place) },
    )
