import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { mayWrite } from '../http/catalog-roles.ts'
import { badRequest, invalidModel } from '../http/graph-error.ts'
import { replyList, required } from '../http/replies.ts'
import { isGuid } from '../schema/scalars.ts'
import { assignmentRequests } from './assignment-requests.ts'
import { activeAssignments, assignments } from './assignments.ts'
import { assignmentsOfCurrentUser } from './request-views.ts'

const named = (text: string, name: string): string => {
  const value = new RegExp(`${name}='([^']*)'`).exec(text)?.[1]?.toLowerCase() ?? ''
  if (!isGuid(value)) throw badRequest(`The parameter ${name} must be the id of an access package.`)
  return value
}

/** https://learn.microsoft.com/graph/api/accesspackageassignment-additionalaccess: who holds two packages that exclude each other. */
function additionalAccess(call: Call): Reply {
  const [wanted, other] = [named(call.path, 'accessPackageId'), named(call.path, 'incompatibleAccessPackageId')]
  if (wanted === other) throw badRequest('The two access packages must be distinct.')
  const holders = new Set(activeAssignments(call.world, other).map(doc => doc.$target))
  const docs = activeAssignments(call.world, wanted).filter(doc => holders.has(doc.$target))
  return replyList(call, { kind: assignments, docs }, 'identityGovernance/entitlementManagement/assignments')
}

/** https://learn.microsoft.com/graph/api/accesspackageassignment-reprocess: nothing goes astray here, so nothing is to do. */
function reprocessAssignment(call: Call): Reply {
  const found = required(call, assignments)
  mayWrite(call, String(found.$catalog))
  if (found.state !== 'delivered')
    throw invalidModel(`The model is invalid. An assignment in state ${String(found.state)} can not be reprocessed.`)
  return { status: 202 }
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-reprocess */
function reprocessRequest(call: Call): Reply {
  const found = required(call, assignmentRequests)
  mayWrite(call, String(found.$catalog))
  if (found.state !== 'deliveryFailed' && found.state !== 'partiallyDelivered')
    throw invalidModel(`The model is invalid. A request in state ${String(found.state)} can not be reprocessed.`)
  return { status: 202 }
}

const path = `${em}/assignments`

export const assignmentFunctionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:function{filterByCurrentUser\\(on='[^']+'\\)}`,
    area: 'ownAccess',
    does: "the caller's own, those the caller asked for, or those of the caller's reports",
    handle: assignmentsOfCurrentUser,
  },
  {
    method: 'GET',
    path: `${path}/:function{additionalAccess\\([^)]+\\)}`,
    area: 'bothAccesses',
    does: 'who holds two packages that exclude each other',
    handle: additionalAccess,
  },
  {
    method: 'POST',
    path: `${path}/:id/reprocess`,
    area: 'entitlement',
    does: 'accepts; nothing goes astray here',
    handle: reprocessAssignment,
  },
  {
    method: 'POST',
    path: `${em}/assignmentRequests/:id/reprocess`,
    area: 'entitlement',
    does: 'accepts what failed; nothing goes astray here',
    handle: reprocessRequest,
  },
]
