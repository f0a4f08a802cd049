import { isRef } from '../model/tenant.ts'
import type { Plan, Step } from './plan.ts'

/** People whose access ends: how many, and the first of them by name. */
export interface Loss {
  readonly people: number
  readonly first: readonly string[]
}

/** How many people are named where a plan is shown. */
const named = 10

/** Who loses access by what the plan deletes at this address and below; everybody who does, where no address is given. */
export function lossOf({ steps }: Pick<Plan, 'steps'>, address?: string): Loss {
  const people = new Map<string, string>()
  for (const step of steps) {
    if (step.reason !== 'ended' || (address !== undefined && !step.address.startsWith(`${address}/`))) continue
    const { id, name } = personOf(step)
    people.set(id, name)
  }
  return firstOf([...people.values()])
}

/** Some people as a loss: counted, and the first ten named in order. */
export const firstOf = (names: readonly string[]): Loss => ({
  people: names.length,
  first: names.toSorted().slice(0, named),
})

const personOf = ({ address, changes }: Step): { readonly id: string; readonly name: string } => {
  const target = changes.find(({ path }) => path === 'target')?.before
  return isRef(target) ? { id: target.id ?? target.name, name: target.name } : { id: address, name: address }
}

/** `anna@contoso.com, ben@contoso.com and 3 more`. */
export const lossNames = ({ people, first }: Loss): string => {
  const more = people - first.length
  return more === 0 ? first.join(', ') : `${first.join(', ')} and ${more} more`
}
