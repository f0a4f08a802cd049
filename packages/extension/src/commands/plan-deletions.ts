import type { Entitle } from '../entitle.ts'
import { pickTarget } from '../tenant/pick-target.ts'
import { askPruning } from './ask-pruning.ts'
import { makePlan } from './make-plan.ts'
import { type PlanFacts, tellPlan } from './plan.ts'

/** *Entitle: Plan Deletions*: a plan that also deletes what is in declared catalogs and packages and not declared. */
export const planDeletions = async (entitle: Entitle): Promise<PlanFacts> => {
  const target = await pickTarget(entitle)
  const { policies } = await entitle.language.desired(target.tenant)
  const pruning = await askPruning(policies.map(({ name }) => name).sort())
  return tellPlan(await makePlan(entitle, { target, pruning }))
}
