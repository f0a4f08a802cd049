import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { mayWrite, unauthorized, unscoped } from '../http/catalog-roles.ts'
import { invalidModel } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, textOf } from '../json.ts'
import { keepAssignment } from '../lifecycle/assignment-end.ts'
import { accept } from '../schema/accept.ts'
import { accessPackages } from './access-packages.ts'
import { assign, changeDates, takeAway } from './admin-requests.ts'
import { approvals } from './approval-stages.ts'
import { requestNow } from './assignment-lifecycle.ts'
import { assignments } from './assignments.ts'
import { find, type Kind, toNoted } from './kind.ts'
import { amendRequest } from './request-records.ts'
import { requestsOfCurrentUser } from './request-views.ts'
import { subjects } from './subjects.ts'
import { askFor, askToExtend, giveUp } from './user-requests.ts'

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

export const requestContext = 'identityGovernance/entitlementManagement/assignmentRequests'

type Request = (call: Call, body: JsonObject, assignment: JsonObject) => Reply

const byType: Readonly<Record<string, Request>> = {
  adminAdd: assign,
  adminRemove: takeAway,
  adminUpdate: changeDates,
  onBehalfAdd: askFor,
  userAdd: askFor,
  userRemove: giveUp,
  userUpdate: askToExtend,
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests */
function create(call: Call): Reply {
  const body = accept(assignmentRequests.type, call.body)
  const { requestType, assignment } = body
  if (!isObject(assignment)) throw invalidModel('The model is invalid. The assignment field is required.')
  const carryOut = byType[String(requestType)]
  if (!carryOut)
    throw invalidModel(
      `The model is invalid. The requestType '${String(requestType)}' is not valid for an assignment request.`,
    )
  return call.world.store.transaction(() => carryOut(call, body, assignment))
}

const over = ['delivered', 'denied', 'canceled', 'deliveryFailed']

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-cancel: by who asked, or who governs the catalog. */
function cancel(call: Call): Reply {
  const { world } = call
  const found = requireOwn(call)
  if (over.includes(String(found.state)))
    throw invalidModel(`The model is invalid. A request in state ${String(found.state)} can not be canceled.`)
  world.store.transaction(() => {
    const canceled = { state: 'canceled', status: 'Canceled', completedDateTime: world.now() }
    amendRequest(world, found.id, canceled)
    world.store.remove(approvals, found.id)
    const assignment = world.store.latest(assignments.store, textOf(found.$assignment) ?? '')
    if (!assignment) return
    if (/Add$/.test(String(found.requestType)))
      keepAssignment(world, { ...assignment, $removedAt: world.clock().getTime() })
    if (/Remove$/.test(String(found.requestType))) keepAssignment(world, { ...assignment, $removedAt: null })
  })
  return noContent
}

/** A request that the caller made, or that is in a catalog where the caller may write. */
function requireOwn(call: Call): Doc {
  const { world, caller } = call
  const found = required(unscoped(call), assignmentRequests)
  const mine = world.store.latest(subjects.store, String(found.$requestor))?.objectId === caller.objectId
  if (!mine) mayWrite(call, String(found.$catalog))
  return found
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-delete: only what is over and has no assignment. */
function remove(call: Call): Reply {
  const found = required(call, assignmentRequests)
  const assignment = find(call.world, assignments, textOf(found.$assignment) ?? '')
  if (!over.includes(String(found.state)) || (assignment && assignment.state !== 'expired'))
    throw invalidModel('The model is invalid. Only a request that is over and has no assignment can be deleted.')
  if (call.roles && !call.roles.writes(String(found.$catalog))) throw unauthorized()
  call.world.store.remove(approvals, found.id)
  call.world.store.remove(assignmentRequests.store, found.id)
  return noContent
}

const path = `${em}/assignmentRequests`
const area = 'entitlement'

export const assignmentRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:function{filterByCurrentUser\\(on='[^']+'\\)}`,
    area: 'ownAccess',
    does: 'those for the caller, of the caller, or that wait for the caller',
    handle: requestsOfCurrentUser,
  },
  { method: 'GET', path, area, handle: call => replyList(call, { kind: assignmentRequests }, requestContext) },
  {
    method: 'POST',
    path,
    area: 'requests',
    does: 'adds, changes or removes access: `adminAdd`, `adminUpdate`, `adminRemove`, `userAdd`, `userUpdate`, `userRemove`, `onBehalfAdd`',
    handle: create,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    area,
    handle: call => replyOne(call, assignmentRequests, required(call, assignmentRequests), requestContext),
  },
  { method: 'DELETE', path: `${path}/:id`, area, handle: remove },
  {
    method: 'POST',
    path: `${path}/:id/cancel`,
    area: 'cancellation',
    does: 'cancels what is not over',
    handle: cancel,
  },
]
