import { apply, type Outcome, type Plan, type Prepared, preparePlan, type Tenant } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { openSandbox, type Sandbox, type SandboxOptions } from '@entitle/sandbox'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { directory } from './arbitrary-directory.ts'

/** Which tenant the laws are about. */
export const identity = {
  name: 'contoso',
  displayName: 'Contoso',
  cloud: 'global',
  protected: false,
  tenantId: '8a1f1c3e-0d2b-4b60-9d5e-0c7a4f7a1b22',
} as const

/** A sandbox tenant as the world in which a law is tried. */
export interface Rehearsal {
  readonly sandbox: Sandbox
  prepare(desired: Tenant, options?: { readonly prune?: boolean }): Promise<Prepared>
  /** A plan without errors. */
  plan(desired: Tenant, options?: { readonly prune?: boolean }): Promise<Plan>
  apply(plan: Plan): Promise<Outcome>
  /** Plans and applies; fails where that doesn't succeed. */
  deploy(desired: Tenant): Promise<void>
}

/** Runs a trial in a new world. */
export async function inWorld<T>(trial: (world: Rehearsal) => Promise<T>, options: SandboxOptions = {}): Promise<T> {
  const sandbox = openSandbox(options)
  sandbox.seed(directory)
  const transport = sandboxTransport(sandbox)
  const world: Rehearsal = {
    sandbox,
    prepare: (desired, planning = {}) => preparePlan({ transport, desired, identity, options: planning }),
    async plan(desired, planning) {
      const { plan } = await world.prepare(desired, planning)
      const error = plan.findings.find(({ severity }) => severity === 'error')
      if (error !== undefined) throw new Error(`${error.rule}: ${error.message}`)
      return plan
    },
    apply: plan => apply(plan, { transport, clock: systemClock }),
    async deploy(desired) {
      const outcome = await world.apply(await world.plan(desired))
      if (outcome.status !== 'done')
        throw new Error(
          JSON.stringify(
            outcome.steps.filter(({ failure }) => failure),
            undefined,
            2,
          ),
        )
    },
  }
  try {
    return await trial(world)
  } finally {
    sandbox.close()
  }
}
