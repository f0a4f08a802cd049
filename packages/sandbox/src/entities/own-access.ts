import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { unscoped } from '../http/catalog-roles.ts'
import { GraphError } from '../http/graph-error.ts'
import { replyList, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, objectsIn } from '../json.ts'
import { present } from '../odata/present.ts'
import { complete } from '../schema/complete.ts'
import { accessPackages } from './access-packages.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { questions } from './assignment-policy-parts.ts'
import { childrenOf } from './kind.ts'
import { askingUser, checkRequestor, mustAllow } from './request-admission.ts'

/** The policies by which a user may ask for a package. */
function applicable(call: Call, user: Doc, accessPackage: Doc): Doc[] {
  return childrenOf(call.world, assignmentPolicies, accessPackage.id).filter(policy => {
    try {
      mustAllow(policy, 'enableTargetsToSelfAddAccess')
      checkRequestor(call.world, user, accessPackage, policy)
      return true
    } catch (error) {
      if (error instanceof GraphError) return false
      throw error
    }
  })
}

/** https://learn.microsoft.com/graph/api/accesspackage-filterbycurrentuser: hidden ones are found by their link only. */
function requestable(call: Call): Reply {
  const user = askingUser(call)
  const docs = call.world.store
    .list(accessPackages.store)
    .map(row => row.doc)
    .filter(doc => doc.isHidden !== true && applicable(call, user, doc).length > 0)
  return replyList(
    unscoped(call),
    { kind: accessPackages, docs },
    'identityGovernance/entitlementManagement/accessPackages',
  )
}

/** https://learn.microsoft.com/graph/api/accesspackage-getapplicablepolicyrequirements */
function requirements(call: Call): Reply {
  const user = askingUser(call)
  const accessPackage = required(unscoped(call), accessPackages)
  const value = applicable(call, user, accessPackage).map(policy => requirementsOf(call, policy))
  const type = 'Collection(microsoft.graph.accessPackageAssignmentRequestRequirements)'
  return { status: 200, body: { '@odata.context': `${call.origin}/v1.0/$metadata#${type}`, value } }
}

function requirementsOf({ world }: Call, policy: Doc): JsonObject {
  const approval = isObject(policy.requestApprovalSettings) ? policy.requestApprovalSettings : {}
  const requestor = isObject(policy.requestorSettings) ? policy.requestorSettings : {}
  return {
    policyId: policy.id,
    policyDisplayName: policy.displayName ?? null,
    policyDescription: policy.description ?? null,
    allowCustomAssignmentSchedule: requestor.allowCustomAssignmentSchedule === true,
    isApprovalRequiredForAdd: approval.isApprovalRequiredForAdd === true,
    isApprovalRequiredForUpdate: approval.isApprovalRequiredForUpdate === true,
    isRequestorJustificationRequired: approval.isRequestorJustificationRequired === true,
    schedule: complete('entitlementManagementSchedule', { expiration: policy.expiration ?? null }),
    questions: (objectsIn(policy.$questions) as Doc[]).map(question =>
      present(world, questions.type, question, { expand: [], orderby: [], count: false }),
    ),
  }
}

const path = `${em}/accessPackages`

export const ownAccessRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:function{filterByCurrentUser\\(on='allowedRequestor'\\)}`,
    area: 'ownAccess',
    does: 'those that the caller may ask for',
    handle: requestable,
  },
  {
    method: 'POST',
    path: `${path}/:id/getApplicablePolicyRequirements`,
    area: 'ownAccess',
    does: 'what the caller has to give for each policy by which the caller may ask',
    handle: requirements,
  },
]
