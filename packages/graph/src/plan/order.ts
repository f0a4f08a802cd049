import { parentOf } from '../kinds/em.ts'
import type { Surroundings } from '../kinds/kind.ts'
import { kinds } from '../kinds/kinds.ts'
import { type Address, isRef, type KindName, kindNames, type TenantObject, type Value } from '../model/tenant.ts'
import { isMovedAway } from './moves.ts'
import type { Step } from './plan.ts'

const places = new Map(kindNames.map((kind, place) => [kind, place]))
const placeOf = ({ kind }: Step) => places.get(kind) ?? 0
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Parents and what is referred to come first; deletions come last, in the reverse order. Equal inputs give equal orders. */
export function inOrder(steps: readonly Step[]): Step[] {
  const deletes = (step: Step) => (step.action === 'delete' ? 1 : 0)
  const second = (step: Step) => (step.action === 'update' ? 1 : 0)
  return steps.toSorted(
    (a, b) =>
      deletes(a) - deletes(b) ||
      (placeOf(a) - placeOf(b)) * (deletes(a) === 1 ? -1 : 1) ||
      byText(a.address, b.address) ||
      second(a) - second(b),
  )
}

const addressesIn = (value: Value): readonly Address[] => {
  if (isRef(value)) return value.address === undefined ? [] : [value.address]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(addressesIn)
}

/** Adds to every step the ids of the steps that must have taken effect before it. */
export function withAfter(
  steps: readonly Step[],
  objects: ReadonlyMap<string, TenantObject>,
  surroundings: Surroundings,
): Step[] {
  const creating = new Map(steps.filter(({ action }) => action === 'create').map(step => [step.address, step.id]))
  const ending = Map.groupBy(
    steps.filter(step => isMovedAway(step) && isOfOnePackage(step, surroundings)),
    ({ counterpart }) => counterpart,
  )
  const idsAfter = (step: Step, object: TenantObject): readonly string[] => {
    if (isMovedAway(step)) return beforeMove(step, steps, objects, surroundings)
    if (step.action === 'delete') return beforeDeletion(step, object, steps, objects)
    const ended = step.action === 'create' ? (ending.get(step.address) ?? []) : []
    return [
      ...needed(object, surroundings).flatMap(address => creating.get(address) ?? []),
      ...ended.map(({ id }) => id),
    ]
  }
  return steps.map(step => {
    const object = objects.get(step.id)
    if (object === undefined) return step
    const all = new Set([...step.after, ...idsAfter(step, object)])
    all.delete(step.id)
    return { ...step, after: [...all].sort(byText) }
  })
}

/** What has to be there: the parent, what references name, and what the kind knows. */
const needed = (object: TenantObject, surroundings: Surroundings): readonly Address[] => [
  ...(object.parent === undefined ? [] : [object.parent]),
  ...addressesIn(object.properties as Value),
  ...(kinds[object.kind].after?.(object, surroundings) ?? []),
]

/** Whether a move stays in one package, of which Graph lets nobody have two assignments: one must end for the other to be granted. */
const isOfOnePackage = ({ address, counterpart = '' }: Step, { idOf }: Surroundings): boolean => {
  const [one, other] = [address, counterpart].map(each => idOf(parentOf(parentOf(each))))
  return one !== undefined && one === other
}

/** What a person has is ended once everything is there that the new access takes; where one may have both, once it is granted. */
function beforeMove(
  step: Step,
  steps: readonly Step[],
  objects: ReadonlyMap<string, TenantObject>,
  surroundings: Surroundings,
): readonly string[] {
  const grants = steps.filter(({ action, address }) => action === 'create' && address === step.counterpart)
  if (!isOfOnePackage(step, surroundings)) return grants.map(({ id }) => id)
  const there = new Set(
    grants.flatMap(({ id }) => {
      const object = objects.get(id)
      return object === undefined ? [] : needed(object, surroundings)
    }),
  )
  return steps.filter(({ action, address }) => action !== 'delete' && there.has(address)).map(({ id }) => id)
}

/** Nothing is taken away before what is made and changed beside it is there, and nothing before what uses it is gone. */
function beforeDeletion(
  step: Step,
  object: TenantObject,
  steps: readonly Step[],
  objects: ReadonlyMap<string, TenantObject>,
): readonly string[] {
  const beside = steps.filter(
    each => each.lane === step.lane && each.action !== 'delete' && each.kind === step.kind && !isInside(each, step),
  )
  const users = steps.filter(each => each.lane === step.lane && letsGo(each, object.kind))
  const held = steps.filter(each => each.action === 'delete' && isInside(each, step))
  const moved = steps.filter(({ counterpart = '' }) => counterpart.startsWith(`${step.address}/`))
  const parted = beside.filter(each => objects.get(each.id)?.parent !== undefined)
  return [...parted, ...users, ...held, ...moved].map(({ id }) => id)
}

/** Whether a step may be what ends the use of an object: a grant of a resource, a policy's calls of a workflow. */
const letsGo = ({ action, kind }: Step, used: KindName): boolean => {
  if (used === 'catalog-resource')
    return action === 'delete' && (kind === 'access-package' || kind === 'resource-role-scope')
  if (used !== 'custom-workflow-extension') return false
  return (kind === 'assignment-policy' && action !== 'create') || (kind === 'access-package' && action === 'delete')
}

const isInside = (each: Step, step: Step) => each.address.startsWith(`${step.address}/`)
