import type { Call, Reply } from '../http/call.ts'
import { mayWrite } from '../http/catalog-roles.ts'
import { invalidModel, notFound } from '../http/graph-error.ts'
import { replyOne } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject } from '../json.ts'
import { checkExpiration } from '../policy-rules/expiration.ts'
import { complete } from '../schema/complete.ts'
import { accessPackages } from './access-packages.ts'
import { end, grant, refuseConflicts, reschedule, scheduleFor } from './assignment-grants.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { assignmentRequests, requestContext } from './assignment-requests.ts'
import { targetOf } from './assignment-targets.ts'
import { assignments } from './assignments.ts'
import { notBlank, referencedId } from './body-rules.ts'
import { find } from './kind.ts'
import { callerSubject, keepRequest } from './request-records.ts'
import { subjectOf } from './subjects.ts'

/** An administrator assigns a package, without asking anyone: adminAdd. */
export function assign(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { world } = call
  const accessPackage = find(world, accessPackages, notBlank(assignment, 'accessPackageId').toLowerCase())
  const policy = find(world, assignmentPolicies, notBlank(assignment, 'assignmentPolicyId').toLowerCase())
  if (!accessPackage || !policy) throw notFound()
  mayWrite(call, String(accessPackage.$catalog))
  if (policy.$package !== accessPackage.id)
    throw invalidModel('The model is invalid. The policy is not one of the access package.')
  const target = subjectOf(world, targetOf(world, assignment, policy))
  refuseConflicts(call, accessPackage, target.id)
  const schedule = scheduleFor(world, body.schedule, policy)
  const made = grant(world, { accessPackage, policy, target: target.id, schedule })
  return note(call, { ...body, schedule }, made, Number(made.$deliveredAt), Date.parse(String(schedule.startDateTime)))
}

/** The assignment that a request is about, if it has not ended and the caller may change it. */
function lasting(call: Call, assignment: JsonObject): Doc {
  const found = find(call.world, assignments, referencedId({ assignment }, 'assignment'))
  if (!found) throw notFound()
  mayWrite(call, String(found.$catalog))
  if (found.state === 'expired') throw invalidModel('The model is invalid. The assignment has already expired.')
  return found
}

/** Other dates for an assignment; those that the request doesn't say stay: adminUpdate. */
export function changeDates(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const found = lasting(call, assignment)
  if (!isObject(body.schedule)) throw invalidModel('The model is invalid. The schedule field is required.')
  const before = isObject(found.schedule) ? found.schedule : {}
  const said = Object.fromEntries(Object.entries(body.schedule).filter(([, value]) => value !== null))
  checkExpiration(said.expiration, 'schedule.expiration')
  const schedule = complete('entitlementManagementSchedule', { ...before, ...said })
  return note(call, { ...body, schedule }, found, reschedule(call.world, found, schedule))
}

/** Takes access away: adminRemove. */
export function takeAway(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const found = lasting(call, assignment)
  return note(call, { ...body, schedule: {} }, found, end(call.world, found))
}

function note(call: Call, body: JsonObject, assignment: Doc, doneAt: number, startsAt?: number): Reply {
  const { world } = call
  const asked = {
    packageId: String(assignment.$package),
    catalogId: String(assignment.$catalog),
    policyId: String(assignment.$policy),
    requestor: callerSubject(world, call.caller),
    target: String(assignment.$target),
    assignment: assignment.id,
  }
  const notes = { $doneAt: doneAt, ...(startsAt === undefined ? {} : { $startsAt: startsAt }) }
  return replyOne(call, assignmentRequests, keepRequest(world, body, asked, notes), requestContext, 201)
}
