import type { Step } from '../plan/plan.ts'

/** Why the steps can't be carried out in any order, in one sentence; undefined where they can. */
export function disorder(steps: readonly Step[]): string | undefined {
  const left = new Map(steps.map(step => [step.id, step]))
  if (left.size < steps.length) return 'Two of its steps have the same id.'
  const stranger = steps.flatMap(step => step.after.filter(id => !left.has(id)).map(id => ({ step, id })))[0]
  if (stranger !== undefined) return `The step '${stranger.step.id}' waits for '${stranger.id}', which is not in it.`
  for (let free = [...left.values()]; left.size > 0; ) {
    free = [...left.values()].filter(step => step.after.every(id => !left.has(id)))
    if (free.length === 0) return `The steps ${[...left.keys()].map(id => `'${id}'`).join(', ')} wait for each other.`
    for (const step of free) left.delete(step.id)
  }
  return undefined
}
