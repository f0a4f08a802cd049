import type { Outcome, StepOutcome } from '../apply/outcome.ts'
import { foldId } from '../kinds/fold.ts'
import { asChanged } from '../kinds/shows.ts'
import { type Address, isRef, type KindName, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'

/** A step that took effect, or may have. */
export interface Effect {
  readonly step: Step
  /** The object as it was. */
  readonly before?: TenantObject
  /** The id of what was made; undefined where that isn't known. */
  readonly id?: string
}

/** The tenant as a deployment found it, by what its steps call things. */
export interface Found {
  byId(kind: KindName, id: string | undefined): TenantObject | undefined
  at(address: Address): TenantObject | undefined
}

export function foundIn({ objects }: Tenant): Found {
  const ids = new Map(objects.map(object => [keyOf(object.kind, object.id), object]))
  const addresses = new Map(objects.map(object => [object.address, object]))
  return { byId: (kind, id) => ids.get(keyOf(kind, id)), at: address => addresses.get(address) }
}

const keyOf = (kind: KindName, id = '') => `${kind} ${foldId(id)}`

/** What a deployment did; before it has ended, which has no status, everything that it may do besides. */
export function effects(
  plan: Plan,
  found: Found,
  outcome: Outcome | { readonly steps: readonly StepOutcome[] },
): readonly Effect[] {
  const ends = new Map(outcome.steps.map(each => [each.step, each]))
  return plan.steps.flatMap((step): Effect[] => {
    const end = ends.get(step.id)
    if (end === undefined ? 'status' in outcome : nothing.has(end.result)) return []
    if (step.action !== 'create') return departure(step, found)
    return creation(step, end, found, linkedId(step, plan))
  })
}

const nothing = new Set<StepOutcome['result']>(['failed', 'stale', 'not-run'])

/** What has the id of what it links to, and that property: its id is known before it is made. */
export const links: ReadonlyMap<KindName, string> = new Map([
  ['sponsor', 'principal'],
  ['incompatible-package', 'package'],
  ['incompatible-group', 'group'],
])

const linkedId = ({ kind, changes }: Step, { ids }: Plan): string | undefined => {
  const linked = changes.find(({ path }) => path === links.get(kind))?.after
  return isRef(linked) ? (linked.id ?? ids[linked.address ?? '']) : undefined
}

/** What was there before was not made. */
const creation = (step: Step, end: StepOutcome | undefined, found: Found, linked: string | undefined): Effect[] => {
  if (end?.result === 'already' && (end.id === undefined || found.byId(step.kind, end.id) !== undefined)) return []
  const id = end?.id ?? linked
  return [{ step, ...(id === undefined ? {} : { id }) }]
}

/** What was as it was to become, or gone, before the deployment, was not changed. */
function departure(step: Step, found: Found): Effect[] {
  const here = found.at(step.address)
  const before =
    step.action === 'delete' && here?.kind === step.kind && (here.id ?? '') === (step.liveId ?? '')
      ? here
      : found.byId(step.kind, step.liveId)
  if (before === undefined || (step.action === 'update' && asChanged(step, before.properties))) return []
  return [{ step, before }]
}
