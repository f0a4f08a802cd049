import type { Address } from '@entitle/graph'
import { Refusal } from '../dialogue/refusal.ts'
import type { PlanNode } from '../plan/plan-node.ts'

/** The node of the Changes view that a command was called on. @throws {Refusal} where it was called without one. */
export const chosenNode = (given: unknown): PlanNode & { readonly address: Address } => {
  if (typeof given === 'object' && given !== null && 'address' in given && typeof given.address === 'string')
    return given as PlanNode & { readonly address: Address }
  throw new Refusal('This command is for a line of the Changes view. Choose it in the line’s context menu there.', {
    'Show Changes': 'entitle.plan.focus',
  })
}
