import { digestOf } from '../kinds/digest.ts'
import { identityOf } from '../kinds/identity.ts'
import { asChanged } from '../kinds/shows.ts'
import { segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'
import type { Failure } from './outcome.ts'

/** Whether what a step expects is still so. `done`: the tenant has become what the step would make it. */
export type Held =
  | { readonly guard: 'holds' }
  | { readonly guard: 'done'; readonly id?: string }
  | { readonly guard: 'broken'; readonly failure: Failure }

/**
 * Compares the guards of a plan's steps with the tenant as it is now. A step may turn out milder than planned (nothing left
 * to do), never harsher: whatever else has changed breaks the guard.
 */
export function guardCheck(plan: Plan, live: Tenant): (step: Step) => Held {
  const byIdentity = Map.groupBy(live.objects, object => identityOf(object))
  const byId = Map.groupBy(live.objects, object => keyOf(object.kind, object.id))
  const leaving = new Set(plan.steps.flatMap(step => (step.action === 'delete' ? [keyOf(step.kind, step.liveId)] : [])))

  const absent = (step: Step, identity: string): Held => {
    const found = byIdentity.get(identity) ?? []
    const [one, ...others] = found.filter(({ kind, id }) => !leaving.has(keyOf(kind, id)))
    if (one === undefined) return { guard: 'holds' }
    return others.length === 0 && asChanged(step, one.properties)
      ? done(one)
      : broken(step, 'is there already, and not as declared')
  }

  const present = (step: Step, id: string): TenantObject | undefined => {
    const found = byId.get(keyOf(step.kind, id)) ?? []
    return found.find(({ address }) => address === step.address) ?? (found.length === 1 ? found[0] : undefined)
  }

  return step => {
    const { guard } = step
    if (guard.expect === 'absent') return absent(step, guard.identity)
    const object = present(step, guard.id)
    if (object === undefined)
      return step.action === 'delete' ? { guard: 'done' } : broken(step, 'is not there any more')
    if (guard.expect === 'present' || digestOf(object) === guard.digest) return { guard: 'holds' }
    return step.action === 'update' && asChanged(step, object.properties)
      ? done(object)
      : broken(step, 'has been changed since the plan was made')
  }
}

const keyOf = (kind: string, id: string | undefined) => `${kind} ${id?.toLowerCase() ?? ''}`

const done = ({ id }: TenantObject): Held => ({ guard: 'done', ...(id === undefined ? {} : { id }) })

const broken = (step: Step, what: string): Held => ({
  guard: 'broken',
  failure: {
    message: `${segmentsOf(step.address)
      .map(({ name }) => name)
      .join(' › ')} ${what}`,
    because: 'the tenant has changed since the plan was made',
    remedy: 'Run entitle plan again to see what it would do now.',
  },
})
