import type { Outcome, StepOutcome } from '../apply/outcome.ts'
import { parentOf } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import { type Address, kindNames, segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Plan } from '../plan/plan.ts'
import { type Effect, effects, type Found, foundIn } from './effects.ts'
import { changed, named, unchanged, whole } from './former.ts'
import { canBeGivenAgain, lastingOf } from './lasting.ts'
import { ownersBeside, stays, taken } from './taken.ts'
import type { Undo } from './undo.ts'

export interface UndoInput {
  readonly plan: Plan
  /** The tenant as it was before the first write, in the plan's scope. */
  readonly before: Tenant
  /** When the deployment began, in UTC. */
  readonly deployed: string
  /** What came of it; undefined while it is under way. */
  readonly outcome?: Outcome
  /** What came of steps so far, while it is under way: each of the others may have taken effect, and what it made is not known. */
  readonly ended?: readonly StepOutcome[]
}

/** What undoes a deployment: only what took effect, or may have. */
export function undoOf({ plan, before, deployed, outcome, ended = [] }: UndoInput): Undo {
  const found = foundIn(before)
  const done = effects(plan, found, outcome ?? { steps: ended })
  const created = done.filter(({ step }) => step.action === 'create')
  const containers = created.filter(({ step, id }) => stays(step) && id !== undefined).map(container)
  const gone = deleted(done, before)
  const ids = new Set(gone.map(({ id = '' }) => foldId(id)))
  const inPlace = placing(plan, found, containers)
  const made = taken(created, before, inPlace)

  const former = new Map<Address, TenantObject>(containers.map(object => [object.address, object]))
  const add = (object: TenantObject) => void former.set(object.address, object)
  for (const { step, before: live } of done)
    if (step.action === 'update' && live !== undefined) add(changed(live, step.changes, ids))
  for (const object of gone) if (canBeGivenAgain(object, before)) add(whole(object, ids))
  for (const owner of ownersBeside(created, before, inPlace)) add(named(owner))
  const within = (object: TenantObject | undefined): void => {
    if (object === undefined) return
    if (!former.has(object.address)) add(unchanged(object))
    within(found.at(object.parent ?? ''))
  }
  for (const { parent = '' } of [...former.values(), ...made]) within(found.at(parent))
  for (const { address } of made) within(inPlace(outermostOf(address)))
  return {
    format: 'entitle-undo/1',
    tenant: plan.tenant,
    deployed,
    status: outcome?.status ?? 'under-way',
    former: [...former.values()].toSorted((a, b) => placeOf(a) - placeOf(b)),
    made,
    lasting: lastingOf({ done, gone, before, made }),
  }
}

const places = new Map(kindNames.map((kind, place) => [kind, place]))
const placeOf = ({ kind }: TenantObject) => places.get(kind) ?? 0

const outermostOf = (address: Address): Address => address.split('/').slice(0, 2).join('/')

/** Something that stays though it was made: what was made in it goes. */
const container = ({ step, id }: Effect): TenantObject =>
  unchanged({ kind: step.kind, address: step.address, name: lastName(step.address), id: id ?? '', properties: {} })

const lastName = (address: Address): string => segmentsOf(address).at(-1)?.name ?? address

/** What the address of a declaration meant before the deployment, or now where it was made and stays. */
export type InPlace = (address: Address) => TenantObject | undefined

const placing =
  ({ ids }: Plan, found: Found, containers: readonly TenantObject[]): InPlace =>
  address => {
    const kind = segmentsOf(address).at(-1)?.kind
    const made = containers.find(each => each.address === address)
    if (made !== undefined || kind === undefined) return made
    return ids[address] === undefined ? found.at(address) : found.byId(kind, ids[address])
  }

/** What was deleted, and what went with it; of people's access only what was ended by itself. */
function deleted(done: readonly Effect[], { objects }: Tenant): readonly TenantObject[] {
  const itself = new Set(done.flatMap(({ step, before }) => (step.action === 'delete' ? (before ?? []) : [])))
  const addresses = new Set([...itself].map(({ address }) => address))
  const isInside = (parent: Address): boolean => parent !== '' && (addresses.has(parent) || isInside(parentOf(parent)))
  return objects.filter(
    each => itself.has(each) || (each.kind !== 'assignment' && each.parent !== undefined && isInside(each.parent)),
  )
}
