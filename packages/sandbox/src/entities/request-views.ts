import { users } from '../directory/users.ts'
import type { Call, Reply } from '../http/call.ts'
import { unscoped } from '../http/catalog-roles.ts'
import { badRequest } from '../http/graph-error.ts'
import { replyList } from '../http/replies.ts'
import { type Doc, objectsIn, textOf } from '../json.ts'
import { approvals, mayDecide } from './approval-stages.ts'
import { assignmentRequests, requestContext } from './assignment-requests.ts'
import { assignments } from './assignments.ts'
import { type Kind, viewOf } from './kind.ts'
import { subjects } from './subjects.ts'

type Mine = (call: Call, doc: Doc) => boolean

const objectIdOf = ({ world }: Call, subject: unknown): string | undefined =>
  textOf(world.store.latest(subjects.store, textOf(subject) ?? '')?.objectId)

const isCaller = (call: Call, subject: unknown) => objectIdOf(call, subject) === call.caller.objectId

const managedByCaller: Mine = (call, doc) => {
  const target = call.world.store.latest(users.store, objectIdOf(call, doc.$target) ?? '')
  return target?.$manager === call.caller.objectId
}

const waitsForCaller: Mine = (call, doc) =>
  objectsIn(call.world.store.latest(approvals, doc.id)?.$stages).some(
    stage => stage.status === 'InProgress' && mayDecide(call.world, doc.id, stage, call.caller.objectId),
  )

const requestOptions: Readonly<Record<string, Mine>> = {
  target: (call, doc) => isCaller(call, doc.$target),
  createdBy: (call, doc) => isCaller(call, doc.$requestor),
  approver: waitsForCaller,
  targetManager: managedByCaller,
  targetOrRequestor: (call, doc) => isCaller(call, doc.$target) || isCaller(call, doc.$requestor),
  requestForOthers: (call, doc) => isCaller(call, doc.$requestor) && !isCaller(call, doc.$target),
}

const assignmentOptions: Readonly<Record<string, Mine>> = {
  target: (call, doc) => isCaller(call, doc.$target),
  createdBy: (call, doc) =>
    call.world.store
      .listLatest(assignmentRequests.store, { parent: String(doc.$package), other: String(doc.$target) })
      .some(row => row.doc.$assignment === doc.id && isCaller(call, row.doc.$requestor)),
  targetManager: managedByCaller,
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentrequest-filterbycurrentuser */
export const requestsOfCurrentUser = (call: Call): Reply =>
  filtered(call, assignmentRequests, requestOptions, requestContext)

/** https://learn.microsoft.com/graph/api/accesspackageassignment-filterbycurrentuser */
export const assignmentsOfCurrentUser = (call: Call): Reply =>
  filtered(call, assignments, assignmentOptions, 'identityGovernance/entitlementManagement/assignments')

function filtered(call: Call, kind: Kind, options: Readonly<Record<string, Mine>>, context: string): Reply {
  const on = /'([^']*)'/.exec(call.path)?.[1] ?? ''
  const mine = options[on]
  if (!mine) throw badRequest(`'${on}' is none of ${Object.keys(options).join(', ')}.`)
  const docs = call.world.store
    .list(kind.store)
    .flatMap(({ doc }) => (mine(call, doc) ? [viewOf(call.world, kind, doc)] : []))
  return replyList(unscoped(call), { kind, docs }, context)
}
