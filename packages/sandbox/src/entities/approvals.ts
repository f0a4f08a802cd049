import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { unauthorized, unscoped } from '../http/catalog-roles.ts'
import { GraphError, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, replyOne } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { accept } from '../schema/accept.ts'
import { currentStage, decide, mayDecide } from './approval-stages.ts'
import { carried } from './assignment-policy-parts.ts'
import { assignmentRequests } from './assignment-requests.ts'
import type { Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/approval: of the same id as the request that it is about. */
export const approvals: Kind = {
  store: 'approval',
  type: 'approval',
  guids: true,
  navigation: { stages: carried('$stages') },
}

/** https://learn.microsoft.com/graph/api/resources/approvalstage */
export const approvalStages: Kind = { store: 'approvalStage', type: 'approvalStage', guids: true, navigation: {} }

const context = 'identityGovernance/entitlementManagement/accessPackageAssignmentApprovals'

/** An approval as the caller sees it: which stages are the caller's to decide. */
function seen(call: Call, approval: Doc): Doc {
  const { world, caller } = call
  const stages = objectsIn(approval.$stages).map(stage => ({
    ...stage,
    assignedToMe: stage.status === 'InProgress' && mayDecide(world, approval.id, stage, caller.objectId),
  }))
  return { ...approval, $stages: stages }
}

/** The approval of the path, for its approvers, its requestor, and whoever governs the catalog. */
function approvalOf(call: Call): Doc {
  const found = call.world.store.get(approvals.store, String(call.params.id).toLowerCase())
  if (!found) throw notFound()
  const mine = objectsIn(found.$stages).some(stage => mayDecide(call.world, found.id, stage, call.caller.objectId))
  if (call.roles && !mine && !call.roles.reads(String(found.$catalog))) throw unauthorized()
  return seen(call, found)
}

function stageOf(call: Call): Doc {
  const wanted = String(call.params.stage).toLowerCase()
  const stage = objectsIn(approvalOf(call).$stages).find(each => each.id === wanted)
  if (!stage) throw notFound()
  return stage as Doc
}

/** https://learn.microsoft.com/graph/api/approvalstage-update */
function update(call: Call): Reply {
  const { world, caller } = call
  const approval = approvalOf(call)
  const stage = stageOf(call)
  const { reviewResult, justification } = accept(approvalStages.type, call.body)
  const result = ['Approve', 'Deny'].find(each => each.toLowerCase() === textOf(reviewResult)?.toLowerCase())
  if (!result) throw invalidModel('The model is invalid. The reviewResult must be Approve or Deny.')
  if (stage.status === 'Completed')
    throw new GraphError(409, 'Conflict', 'The approval stage has already been decided by another approver.')
  if (currentStage(approval)?.id !== stage.id)
    throw invalidModel('The model is invalid. The approval stage is not in progress.')
  if (!mayDecide(world, approval.id, stage, caller.objectId)) throw unauthorized()
  const settings: JsonObject = isObject(stage.$settings) ? stage.$settings : {}
  if (settings.isApproverJustificationRequired === true && !textOf(justification)?.trim())
    throw invalidModel('The model is invalid. The justification field is required.')
  world.store.transaction(() =>
    decide(world, approval, {
      reviewResult: result,
      justification: justification ?? null,
      reviewedBy: { id: caller.objectId, displayName: caller.displayName },
      reviewedDateTime: world.now(),
    }),
  )
  return noContent
}

const who: Readonly<Record<string, (call: Call, approval: Doc) => boolean>> = {
  approver: (call, approval) =>
    objectsIn(approval.$stages).some(
      stage => stage.status === 'InProgress' && mayDecide(call.world, approval.id, stage, call.caller.objectId),
    ),
  target: (call, approval) => isOwn(call, approval, '$target'),
  createdBy: (call, approval) => isOwn(call, approval, '$requestor'),
}

function isOwn({ world, caller }: Call, approval: Doc, side: '$target' | '$requestor'): boolean {
  const subject = textOf(world.store.latest(assignmentRequests.store, approval.id)?.[side]) ?? ''
  return world.store.latest('subject', subject)?.objectId === caller.objectId
}

/** https://learn.microsoft.com/graph/api/approval-filterbycurrentuser */
function ofCurrentUser(call: Call): Reply {
  const passes = who[/'([^']*)'/.exec(call.path)?.[1] ?? '']
  if (!passes) throw invalidModel('The model is invalid. Approvals are filtered on approver, target or createdBy.')
  const docs = call.world.store.list(approvals.store).flatMap(({ doc }) => (passes(call, doc) ? [seen(call, doc)] : []))
  return replyList(unscoped(call), { kind: approvals, docs }, context)
}

const path = `${em}/accessPackageAssignmentApprovals`
const area = 'approvals'

export const approvalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:function{filterByCurrentUser\\(on='[^']+'\\)}`,
    area: 'ownApprovals',
    does: 'those that wait for the caller, or are about the caller',
    handle: ofCurrentUser,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    area,
    handle: call => replyOne(unscoped(call), approvals, approvalOf(call), context),
  },
  {
    method: 'GET',
    path: `${path}/:id/stages`,
    area,
    handle(call) {
      const approval = approvalOf(call)
      const docs = objectsIn(approval.$stages) as Doc[]
      return replyList(unscoped(call), { kind: approvalStages, docs }, `${context}('${approval.id}')/stages`)
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/stages/:stage`,
    area,
    handle: call => replyOne(call, approvalStages, stageOf(call), `${context}('${call.params.id}')/stages`),
  },
  { method: 'PATCH', path: `${path}/:id/stages/:stage`, area, does: 'decides: approves or denies', handle: update },
]
