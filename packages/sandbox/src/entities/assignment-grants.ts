import type { Call } from '../http/call.ts'
import { GraphError } from '../http/graph-error.ts'
import { type Doc, isObject, type Json, type JsonObject } from '../json.ts'
import { keepAssignment } from '../lifecycle/assignment-end.ts'
import { welcomeBack } from '../lifecycle/guests.ts'
import { checkExpiration } from '../policy-rules/expiration.ts'
import { complete } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { activeAssignments, assignments } from './assignments.ts'

/** What someone gets: a package, by a policy, for as long as a schedule says. */
export interface Grant {
  readonly accessPackage: Doc
  readonly policy: Doc
  /** The id of a subject. */
  readonly target: string
  readonly schedule: JsonObject
}

/** Assigns a package: to be delivered after the service's delay, and not before the schedule starts. */
export function grant(world: World, { accessPackage, policy, target, schedule }: Grant): Doc {
  const starts = Date.parse(String(schedule.startDateTime))
  const filled = complete(assignments.type, { state: 'delivering', status: 'Delivering', schedule })
  const doc = {
    ...filled,
    id: world.ids(),
    $catalog: String(accessPackage.$catalog),
    $package: accessPackage.id,
    $policy: policy.id,
    $target: target,
    $deliveredAt: Math.max(soon(world), starts),
  }
  keepAssignment(world, doc, { parent: accessPackage.id, other: policy.id })
  welcomeBack(world, target)
  return doc
}

/** Ends an assignment after the service's delay, and says when, in milliseconds since 1970. */
export function end(world: World, assignment: Doc): number {
  const removedAt = soon(world)
  keepAssignment(world, { ...latest(world, assignment), $removedAt: removedAt })
  return removedAt
}

/** Gives an assignment other dates, and says when they hold, in milliseconds since 1970. */
export function reschedule(world: World, assignment: Doc, schedule: JsonObject): number {
  const doneAt = soon(world)
  const starts = Date.parse(String(schedule.startDateTime))
  const moved = assignment.state === 'delivered' ? {} : { $deliveredAt: Math.max(doneAt, starts) }
  keepAssignment(world, { ...latest(world, assignment), schedule, ...moved })
  return doneAt
}

const soon = (world: World) => world.clock().getTime() + world.behaviour.assignmentDelayMs
const latest = (world: World, assignment: Doc): Doc =>
  world.store.latest(assignments.store, assignment.id) ?? assignment

/** The schedule asked for, or the one that the policy's expiration makes from now on. */
export function scheduleFor(world: World, asked: Json | undefined, policy: Doc): JsonObject {
  const said = isObject(asked) ? asked : {}
  const expiration =
    isObject(said.expiration) && said.expiration.type !== 'notSpecified' ? said.expiration : (policy.expiration ?? null)
  checkExpiration(expiration, 'schedule.expiration')
  return complete('entitlementManagementSchedule', {
    ...said,
    startDateTime: said.startDateTime ?? world.now(),
    expiration,
  })
}

/** Refuses a target who has the package already, or one that it is incompatible with. */
export function refuseConflicts({ world }: Pick<Call, 'world'>, accessPackage: Doc, target: string): void {
  const holds = (packageId: string) => activeAssignments(world, packageId).some(doc => doc.$target === target)
  if (holds(accessPackage.id))
    throw new GraphError(400, 'ExistingGrant', 'The target already has an assignment of this access package.')
  for (const { doc } of world.store.listLatest('incompatiblePackage', { parent: accessPackage.id }))
    if (holds(String(doc.to)))
      throw new GraphError(
        400,
        'IncompatibleAccessPackage',
        'The target has an assignment of an incompatible access package.',
      )
}
