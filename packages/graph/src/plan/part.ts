import type { Address } from '../model/tenant.ts'
import type { Plan, Step } from './plan.ts'

/**
 * What of a plan lies in one object, with the creations and changes elsewhere that this needs; findings stay, whatever they are about.
 * Deletions wait only for what is inside, since nothing else that they stand behind is carried out.
 */
export const part = (plan: Plan, address: Address): Plan => {
  const isInside = (each: { readonly address: Address }) =>
    each.address === address || each.address.startsWith(`${address}/`)
  const byId = new Map(plan.steps.map(step => [step.id, step]))
  const chosen = new Set<string>()
  const choose = (step: Step): void => {
    if (chosen.has(step.id)) return
    chosen.add(step.id)
    if (step.action === 'delete') return
    for (const id of step.after) {
      const before = byId.get(id)
      if (before !== undefined) choose(before)
    }
  }
  for (const step of plan.steps) if (isInside(step)) choose(step)
  return {
    ...plan,
    steps: plan.steps
      .filter(({ id }) => chosen.has(id))
      .map(step => ({ ...step, after: step.after.filter(id => chosen.has(id)) })),
    unmanaged: plan.unmanaged.filter(isInside),
  }
}
