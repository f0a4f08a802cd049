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
export const lossOf = ({ steps }: Pick<Plan, 'steps'>, address?: string): Loss =>
  peopleOf(steps.filter(step => endsAccess(step) && isBelow(step, address)))

/** Whether a step ends what a person has and gets nowhere else. */
export const endsAccess = ({ kind, action, reason }: Pick<Step, 'kind' | 'action' | 'reason'>): boolean =>
  kind === 'assignment' && action === 'delete' && reason !== 'moved'

/** Who goes on having access through another policy: those who have it at this address and below, or everybody whom the plan moves. */
export const movedOf = ({ steps }: Pick<Plan, 'steps'>, address?: string): Loss =>
  peopleOf(
    steps.filter(
      step => step.reason === 'moved' && (address === undefined || step.action === 'delete') && isBelow(step, address),
    ),
  )

const isBelow = (step: Step, address: string | undefined): boolean =>
  address === undefined || step.address.startsWith(`${address}/`)

const peopleOf = (steps: readonly Step[]): Loss => firstOf([...new Map(steps.map(personOf)).values()])

/** Some people as a loss: counted, and the first ten named in order. */
export const firstOf = (names: readonly string[]): Loss => ({
  people: names.length,
  first: names.toSorted().slice(0, named),
})

const personOf = ({ address, changes }: Step): readonly [id: string, name: string] => {
  const change = changes.find(({ path }) => path === 'target')
  const target = change?.before ?? change?.after
  return isRef(target) ? [target.id ?? target.name, target.name] : [address, address]
}

/** `anna@contoso.com, ben@contoso.com and 3 more`. */
export const lossNames = ({ people, first }: Loss): string => {
  const more = people - first.length
  return more === 0 ? first.join(', ') : `${first.join(', ')} and ${more} more`
}
