import { users } from '../directory/users.ts'
import { type Doc, isObject, type JsonObject, textOf } from '../json.ts'
import type { World } from '../world.ts'
import { accessPackages } from './access-packages.ts'
import { grant, reschedule, scheduleFor } from './assignment-grants.ts'
import { assignmentNow } from './assignment-lifecycle.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { assignments } from './assignments.ts'
import { proposeOrganization } from './organization-of-user.ts'
import { amendRequest } from './request-records.ts'
import { subjects } from './subjects.ts'

/** Gives what was asked for, now that nothing stands in its way any more. What it hung on may be gone by now: then it fails. */
export function deliver(world: World, request: Doc): Doc {
  const { store } = world
  const policy = store.latest(assignmentPolicies.store, String(request.$policy))
  const accessPackage = store.latest(accessPackages.store, String(request.$package))
  if (!policy || !accessPackage) return fail(world, request)
  const schedule = scheduleFor(world, request.$asked, policy)
  const kept = store.latest(assignments.store, textOf(request.$assignment) ?? '')
  const held = kept && assignmentNow(world, kept)
  if (request.$assignment && (!held || held.state === 'expired')) return fail(world, request)
  if (held) {
    const from = renewed(world, held, schedule)
    return done(world, request, { schedule: from, $doneAt: reschedule(world, held, from) })
  }
  const target = String(request.$target)
  const made = grant(world, { accessPackage, policy, target, schedule })
  if (policy.allowedTargetScope === 'allExternalUsers') {
    const user = store.latest(users.store, textOf(store.latest(subjects.store, target)?.objectId) ?? '')
    if (user) proposeOrganization(world, user)
  }
  const startsAt = Date.parse(String(schedule.startDateTime))
  return done(world, request, {
    schedule,
    $assignment: made.id,
    $doneAt: Number(made.$deliveredAt),
    $startsAt: startsAt,
  })
}

/** The dates of an assignment that was extended: a duration counts from now on, not from when the assignment began. */
function renewed(world: World, held: Doc, { expiration }: JsonObject): JsonObject {
  const kept = isObject(held.schedule) ? held.schedule : {}
  const counts = isObject(expiration) && expiration.type === 'afterDuration'
  return { ...kept, expiration: expiration ?? null, startDateTime: counts ? world.now() : (kept.startDateTime ?? null) }
}

const done = (world: World, request: Doc, more: JsonObject): Doc =>
  amendRequest(world, request.id, { state: 'submitted', status: 'Accepted', ...more }) ?? request

const fail = (world: World, request: Doc): Doc =>
  amendRequest(world, request.id, {
    state: 'deliveryFailed',
    status: 'DeliveryFailed',
    completedDateTime: world.now(),
  }) ?? request
