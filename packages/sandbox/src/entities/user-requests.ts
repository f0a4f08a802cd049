import type { Call, Reply } from '../http/call.ts'
import { unauthorized } from '../http/catalog-roles.ts'
import { invalidModel, notFound } from '../http/graph-error.ts'
import { replyOne } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, objectsIn } from '../json.ts'
import { accessPackages } from './access-packages.ts'
import { startApproval } from './approval-stages.ts'
import { end, refuseConflicts, scheduleFor } from './assignment-grants.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { assignmentRequests, requestContext } from './assignment-requests.ts'
import { assignments } from './assignments.ts'
import { notBlank, referencedId } from './body-rules.ts'
import { find } from './kind.ts'
import {
  askingUser,
  checkForm,
  checkRequestor,
  mustAllow,
  personToGet,
  refuseOpenRequest,
} from './request-admission.ts'
import { deliver } from './request-delivery.ts'
import { amendRequest, callerSubject, keepRequest } from './request-records.ts'
import { subjectOf } from './subjects.ts'

/** Someone asks for a package, for themselves or for a report: userAdd, onBehalfAdd. */
export function askFor(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { world } = call
  const accessPackage = find(world, accessPackages, notBlank(assignment, 'accessPackageId').toLowerCase())
  const policy = find(world, assignmentPolicies, notBlank(assignment, 'assignmentPolicyId').toLowerCase())
  if (!accessPackage || !policy) throw notFound()
  if (policy.$package !== accessPackage.id)
    throw invalidModel('The model is invalid. The policy is not one of the access package.')
  const person = personToGet(call, body, assignment, policy)
  const forOther = body.requestType === 'onBehalfAdd'
  mustAllow(policy, forOther ? 'enableOnBehalfRequestorsToAddAccess' : 'enableTargetsToSelfAddAccess')
  checkRequestor(world, person, accessPackage, policy)
  const target = subjectOf(world, person).id
  refuseConflicts(call, accessPackage, target)
  refuseOpenRequest(world, accessPackage.id, target)
  checkForm(body, policy)
  scheduleFor(world, body.schedule, policy)
  const request = note(call, body, { policy, packageId: accessPackage.id, target })
  return settle(call, request, policy, 'isApprovalRequiredForAdd')
}

/** Someone asks to keep what they have for longer: userUpdate. */
export function askToExtend(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { held, policy } = ownAssignment(call, assignment)
  mustAllow(policy, 'enableTargetsToSelfUpdateAccess')
  refuseOpenRequest(call.world, String(held.$package), String(held.$target))
  checkForm(body, policy)
  scheduleFor(call.world, body.schedule, policy)
  const request = note(call, body, {
    policy,
    packageId: String(held.$package),
    target: String(held.$target),
    assignment: held.id,
  })
  return settle(call, request, policy, 'isApprovalRequiredForUpdate')
}

/** Someone gives up what they have: userRemove. */
export function giveUp(call: Call, body: JsonObject, assignment: JsonObject): Reply {
  const { held, policy } = ownAssignment(call, assignment)
  mustAllow(policy, 'enableTargetsToSelfRemoveAccess')
  const about = { policy, packageId: String(held.$package), target: String(held.$target), assignment: held.id }
  const request = note(call, { ...body, schedule: {} }, about)
  const removed = amendRequest(call.world, request.id, { $doneAt: end(call.world, held) })
  return replyOne(call, assignmentRequests, removed ?? request, requestContext, 201)
}

function ownAssignment(call: Call, assignment: JsonObject): { held: Doc; policy: Doc } {
  const { world } = call
  const user = askingUser(call)
  const held = find(world, assignments, referencedId({ assignment }, 'assignment'))
  if (!held) throw notFound()
  if (held.$target !== subjectOf(world, user).id) throw unauthorized()
  if (held.state === 'expired') throw invalidModel('The model is invalid. The assignment has already expired.')
  const policy = world.store.latest(assignmentPolicies.store, String(held.$policy))
  if (!policy) throw notFound()
  return { held, policy }
}

interface About {
  readonly policy: Doc
  readonly packageId: string
  readonly target: string
  readonly assignment?: string
}

/** The request as it came; which question an answer belongs to is not among what Graph sends back. */
function note(call: Call, body: JsonObject, { policy, ...about }: About): Doc {
  const requestor = callerSubject(call.world, call.caller)
  const answers = objectsIn(body.answers).map(({ answeredQuestion: _of, ...answer }) => answer)
  const asked = { ...about, catalogId: String(policy.$catalog), policyId: policy.id, requestor }
  return keepRequest(call.world, { ...body, answers }, asked, {
    $asked: isObject(body.schedule) ? body.schedule : null,
  })
}

function settle(call: Call, request: Doc, policy: Doc, needed: string): Reply {
  const approval = isObject(policy.requestApprovalSettings) ? policy.requestApprovalSettings : {}
  const now =
    approval[needed] === true
      ? startApproval(call.world, request, objectsIn(approval.stages))
      : deliver(call.world, request)
  return replyOne(call, assignmentRequests, now, requestContext, 201)
}
