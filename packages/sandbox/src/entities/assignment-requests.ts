import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { mayWrite } from '../http/catalog-roles.ts'
import { GraphError, invalidModel, notFound, notImplemented } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject } from '../json.ts'
import { checkExpiration } from '../policy-rules/expiration.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import { accessPackages } from './access-packages.ts'
import { requestNow } from './assignment-lifecycle.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { targetOf } from './assignment-targets.ts'
import { activeAssignments, assignments } from './assignments.ts'
import { notBlank, referencedId } from './body-rules.ts'
import { find, type Kind, toNoted } from './kind.ts'
import { subjectOf, subjects } from './subjects.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
export const assignmentRequests: Kind = {
  store: 'assignmentRequest',
  type: 'accessPackageAssignmentRequest',
  guids: true,
  parentPath: 'accessPackage/id',
  navigation: {
    accessPackage: toNoted(() => accessPackages, '$package'),
    assignment: toNoted(() => assignments, '$assignment'),
    requestor: toNoted(() => subjects, '$requestor'),
  },
  view: requestNow,
}

const context = 'identityGovernance/entitlementManagement/assignmentRequests'

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests */
function create(call: Call): Reply {
  const { world } = call
  const body = accept(assignmentRequests.type, call.body)
  const { requestType, assignment } = body
  if (!isObject(assignment)) throw invalidModel('The model is invalid. The assignment field is required.')
  return world.store.transaction(() => {
    if (requestType === 'adminAdd') return add(call, body, assignment)
    if (requestType === 'adminRemove') return end(call, body, assignment)
    if (requestType === 'adminUpdate') return reschedule(call, body, assignment)
    if (requestType === 'userAdd' || requestType === 'userRemove' || requestType === 'userUpdate') {
      throw notImplemented(`assignment requests of type ${requestType}`)
    }
    throw invalidModel(
      `The model is invalid. The requestType '${String(requestType)}' is not valid for an assignment request.`,
    )
  })
}

function add(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { world } = call
  const accessPackage = find(world, accessPackages, notBlank(assignment, 'accessPackageId').toLowerCase())
  const policy = find(world, assignmentPolicies, notBlank(assignment, 'assignmentPolicyId').toLowerCase())
  if (!accessPackage || !policy) throw notFound()
  mayWrite(call, String(accessPackage.$catalog))
  if (policy.$package !== accessPackage.id)
    throw invalidModel('The model is invalid. The policy is not one of the access package.')
  const target = subjectOf(world, targetOf(world, assignment, policy))
  if (activeAssignments(world, accessPackage.id).some(doc => doc.$target === target.id)) {
    throw new GraphError(400, 'ExistingGrant', 'The target already has an assignment of this access package.')
  }
  const now = world.clock().getTime()
  const { store } = world
  for (const { doc } of store.listLatest('incompatiblePackage', { parent: accessPackage.id })) {
    if (activeAssignments(world, String(doc.to)).some(held => held.$target === target.id)) {
      throw new GraphError(
        400,
        'IncompatibleAccessPackage',
        'The target has an assignment of an incompatible access package.',
      )
    }
  }
  const schedule = scheduleOf(call, body, policy)
  const deliveredAt = Math.max(now + world.behaviour.assignmentDelayMs, Date.parse(String(schedule.startDateTime)))
  const id = world.ids()
  const filled = complete(assignments.type, { state: 'delivering', status: 'Delivering', schedule })
  const granted = {
    ...filled,
    id,
    $catalog: String(accessPackage.$catalog),
    $package: accessPackage.id,
    $policy: policy.id,
    $target: target.id,
    $deliveredAt: deliveredAt,
  }
  store.put(assignments.store, granted, { parent: accessPackage.id, other: policy.id })
  return record(call, body, granted, schedule, deliveredAt)
}

/** The schedule asked for, or the one that the policy's expiration makes from now on. */
function scheduleOf(call: Call, body: JsonObject, policy: Doc): JsonObject {
  const asked = isObject(body.schedule) ? body.schedule : {}
  const expiration =
    isObject(asked.expiration) && asked.expiration.type !== 'notSpecified'
      ? asked.expiration
      : (policy.expiration ?? null)
  checkExpiration(expiration, 'schedule.expiration')
  return complete('entitlementManagementSchedule', {
    ...asked,
    startDateTime: asked.startDateTime ?? call.world.now(),
    expiration,
  })
}

/** The assignment that a request is about, if it has not ended and the caller may change it. */
function lasting(call: Call, assignment: JsonObject): Doc {
  const found = find(call.world, assignments, referencedId({ assignment }, 'assignment'))
  if (!found) throw notFound()
  mayWrite(call, String(found.$catalog))
  if (found.state === 'expired') throw invalidModel('The model is invalid. The assignment has already expired.')
  return found
}

/** Other dates for an assignment; those that the request doesn't say stay. */
function reschedule(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { world } = call
  const found = lasting(call, assignment)
  if (!isObject(body.schedule)) throw invalidModel('The model is invalid. The schedule field is required.')
  const before = isObject(found.schedule) ? found.schedule : {}
  const said = Object.fromEntries(Object.entries(body.schedule).filter(([, value]) => value !== null))
  checkExpiration(said.expiration, 'schedule.expiration')
  const schedule = complete('entitlementManagementSchedule', { ...before, ...said })
  const doneAt = world.clock().getTime() + world.behaviour.assignmentDelayMs
  const starts = Date.parse(String(schedule.startDateTime))
  const latest = world.store.latest(assignments.store, found.id) ?? found
  const moved = found.state === 'delivered' ? {} : { $deliveredAt: Math.max(doneAt, starts) }
  world.store.put(assignments.store, { ...latest, schedule, ...moved })
  return record(call, body, found, schedule, doneAt)
}

function end(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { world } = call
  const found = lasting(call, assignment)
  const removedAt = world.clock().getTime() + world.behaviour.assignmentDelayMs
  const latest = world.store.latest(assignments.store, found.id) ?? found
  world.store.put(assignments.store, { ...latest, $removedAt: removedAt })
  return record(call, body, found, {}, removedAt)
}

function record(call: Call, body: JsonObject, assignment: Doc, schedule: JsonObject, doneAt: number): Reply {
  const { world } = call
  const requestor = subjectOf(world, {
    id: call.caller.objectId,
    displayName: call.caller.displayName,
    appId: call.caller.appId,
  })
  const own = structuralPart(assignmentRequests.type, body)
  const filled = complete(assignmentRequests.type, {
    ...own,
    schedule,
    state: 'submitted',
    status: 'Accepted',
    createdDateTime: world.now(),
  })
  const packageId = String(assignment.$package)
  const doc = {
    ...filled,
    id: world.ids(),
    $catalog: String(assignment.$catalog),
    $package: packageId,
    $assignment: assignment.id,
    $requestor: requestor.id,
    $doneAt: doneAt,
  }
  world.store.put(assignmentRequests.store, doc, { parent: packageId })
  return replyOne(call, assignmentRequests, doc, context, 201)
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-cancel */
function cancel(call: Call): Reply {
  const { store } = call.world
  const found = required(call, assignmentRequests)
  if (found.state === 'delivered' || found.state === 'canceled')
    throw invalidModel(`The model is invalid. A request in state ${found.state} can not be canceled.`)
  store.transaction(() => {
    store.put(assignmentRequests.store, {
      ...found,
      state: 'canceled',
      status: 'Canceled',
      completedDateTime: call.world.now(),
    })
    const assignment = store.latest(assignments.store, String(found.$assignment))
    if (assignment) {
      const undone =
        found.requestType === 'adminAdd'
          ? { ...assignment, $removedAt: call.world.clock().getTime() }
          : { ...assignment, $removedAt: null }
      store.put(assignments.store, undone)
    }
  })
  return noContent
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-delete: only what is over and has no assignment. */
function remove(call: Call): Reply {
  const found = required(call, assignmentRequests)
  const assignment = find(call.world, assignments, String(found.$assignment))
  if ((found.state !== 'delivered' && found.state !== 'canceled') || (assignment && assignment.state !== 'expired')) {
    throw invalidModel('The model is invalid. Only a request that is over and has no assignment can be deleted.')
  }
  call.world.store.remove(assignmentRequests.store, found.id)
  return noContent
}

const path = `${em}/assignmentRequests`

export const assignmentRequestRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'entitlement', handle: call => replyList(call, { kind: assignmentRequests }, context) },
  { method: 'POST', path, area: 'entitlement', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, assignmentRequests, required(call, assignmentRequests), context),
  },
  { method: 'DELETE', path: `${path}/:id`, area: 'entitlement', handle: remove },
  { method: 'POST', path: `${path}/:id/cancel`, area: 'entitlement', handle: cancel },
]
