import type { Outlook, Plan, StepOutcome, Tenant } from '@entitle/graph'
import type { Target } from '../tenant/target.ts'
import type { PlanNode } from './plan-node.ts'
import type { Pruning } from './pruning.ts'

/** A plan that was made, and for which tenant. */
export interface Planned {
  readonly plan: Plan
  readonly nodes: readonly PlanNode[]
  readonly target: Target
  /** What was declared when it was made. */
  readonly desired: Tenant
  /** What was read, and what the plan makes of it. */
  readonly outlook: Outlook
  /** What it deletes that isn't declared; nothing without. */
  readonly pruning?: Pruning
  /** It undoes the deployment that began then, in UTC. */
  readonly undoing?: { readonly deployed: string }
}

/** A plan and what came of it, as they are kept while the window is reloaded. */
export interface KeptPlan {
  readonly planned: Planned
  readonly outcomes: readonly StepOutcome[]
  /** How the last deployment of it ended. */
  readonly conclusion?: string
}

const format = 'entitle-kept-plan/1'

/** @param version the extension's: another one does not take the plan up */
export const serialize = (kept: KeptPlan, version: string): string => JSON.stringify({ format, version, kept })

/** What was kept; undefined where it is another version's, or no plan at all. */
export const parse = (text: string, version: string): KeptPlan | undefined => {
  try {
    const found = JSON.parse(text) as { format: string; version: string; kept: KeptPlan }
    return found.format === format && found.version === version ? found.kept : undefined
  } catch {
    return undefined
  }
}
