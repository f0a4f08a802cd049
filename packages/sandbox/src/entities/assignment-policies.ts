import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { unauthorized } from '../http/catalog-roles.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { duplicateKey, GraphError, invalidModel, notFound, notRouted } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type Doc, type JsonObject, objectsIn } from '../json.ts'
import { isAutomatic } from '../policy-rules/automatic.ts'
import { checkPolicy } from '../policy-rules/check-policy.ts'
import { forgetPolicyReview, keepPolicyReview } from '../reviews/policy-reviews.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import { accessPackages } from './access-packages.ts'
import { carried, forgetStages, readQuestions, readStageSettings, stageLinks } from './assignment-policy-parts.ts'
import { activeAssignments } from './assignments.ts'
import { notBlank, referencedId, withoutReadOnly } from './body-rules.ts'
import { catalogs } from './catalogs.ts'
import { workflowExtensions } from './custom-workflow-extensions.ts'
import { find, type Kind, toNoted } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentpolicy */
export const assignmentPolicies: Kind = {
  store: 'assignmentPolicy',
  type: 'accessPackageAssignmentPolicy',
  guids: true,
  parentPath: 'accessPackage/id',
  navigation: {
    accessPackage: toNoted(() => accessPackages, '$package'),
    catalog: toNoted(() => catalogs, '$catalog'),
    questions: carried('$questions'),
    customExtensionStageSettings: carried('$stageSettings'),
  },
}

/** https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
export const stageSettings: Kind = {
  store: 'stageSetting',
  type: 'customExtensionStageSetting',
  guids: true,
  navigation: { customExtension: toNoted(() => workflowExtensions, '$extension') },
}

const context = 'identityGovernance/entitlementManagement/assignmentPolicies'

/** Writes a policy as the body says it, with nothing left of what it said before but its id and its birth. */
function write(call: Call, body: JsonObject, accessPackage: Doc, before: Doc | undefined): Doc {
  const { world } = call
  const catalogId = String(accessPackage.$catalog)
  const name = notBlank(body, 'displayName')
  const namesakes = world.store.listLatest(assignmentPolicies.store, { parent: accessPackage.id, name })
  if (namesakes.some(({ doc }) => doc.id !== before?.id)) throw duplicateKey()
  const automatic = body.automaticRequestSettings ? 'specificDirectoryUsers' : 'notSpecified'
  const said: JsonObject = {
    ...withoutReadOnly(structuralPart(assignmentPolicies.type, body)),
    allowedTargetScope: body.allowedTargetScope ?? automatic,
    expiration: body.expiration ?? { type: 'noExpiration' },
    requestorSettings: body.requestorSettings ?? {},
    requestApprovalSettings: body.requestApprovalSettings ?? {},
    notificationSettings: body.notificationSettings ?? {},
  }
  const filled = complete(assignmentPolicies.type, said)
  checkPolicy(world, said, filled)
  // https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy
  if (call.roles && isAutomatic(filled)) throw unauthorized()
  const now = world.now()
  const stages = readStageSettings(world, workflowExtensions, catalogId, body)
  const doc = {
    ...filled,
    id: before?.id ?? world.ids(),
    createdDateTime: before?.createdDateTime ?? now,
    modifiedDateTime: now,
    $package: accessPackage.id,
    $catalog: catalogId,
    $questions: readQuestions(world, body, objectsIn(before?.$questions)),
    $stageSettings: stages,
  }
  world.store.put(assignmentPolicies.store, doc, { parent: accessPackage.id })
  linkStages(call, doc.id, stages)
  keepPolicyReview(world, doc)
  return doc
}

function linkStages(call: Call, policyId: string, stages: readonly JsonObject[]): void {
  const { store } = call.world
  forgetStages(call.world, policyId)
  for (const stage of stages)
    store.put(stageLinks, { id: String(stage.id) }, { parent: policyId, other: String(stage.$extension) })
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentpolicies */
function create(call: Call): Promise<Reply> {
  const body = accept(assignmentPolicies.type, call.body)
  if (body.description === undefined || body.description === null)
    throw invalidModel('The model is invalid. The description field is required.')
  const accessPackage = find(call.world, accessPackages, referencedId(body, 'accessPackage'))
  if (!accessPackage) throw notFound()
  return inCatalog(call, String(accessPackage.$catalog), () =>
    replyOne(call, assignmentPolicies, write(call, body, accessPackage, undefined), context, 201),
  )
}

/**
 * What a PUT must say. The page names reviewSettings and questions too, but its own example leaves them out: those are
 * reset when absent, as is everything else that a body doesn't say.
 * https://learn.microsoft.com/graph/api/accesspackageassignmentpolicy-update
 */
const putRequires = [
  'displayName',
  'description',
  'allowedTargetScope',
  'automaticRequestSettings',
  'specificAllowedTargets',
  'expiration',
  'requestorSettings',
  'requestApprovalSettings',
]

function replace(call: Call): Promise<Reply> {
  const found = required(call, assignmentPolicies)
  const body = accept(assignmentPolicies.type, call.body)
  const missing = putRequires.find(name => body[name] === undefined)
  if (missing) throw invalidModel(`The model is invalid. The ${missing} field is required.`)
  if (referencedId(body, 'accessPackage') !== found.$package) {
    throw invalidModel('The model is invalid. The access package of a policy can not be changed.')
  }
  const accessPackage = find(call.world, accessPackages, String(found.$package))
  if (!accessPackage) throw notFound()
  return inCatalog(call, String(found.$catalog), () =>
    replyOne(call, assignmentPolicies, write(call, body, accessPackage, found), context),
  )
}

/** https://learn.microsoft.com/graph/api/accesspackageassignmentpolicy-delete: refused while it has assignments. */
function remove(call: Call): Promise<Reply> {
  const { world } = call
  const found = required(call, assignmentPolicies)
  return inCatalog(call, String(found.$catalog), () => {
    if (activeAssignments(world, String(found.$package)).some(doc => doc.$policy === found.id)) {
      throw new GraphError(
        400,
        'InvalidDeletePolicyHasGrants',
        `The policy: ${String(found.displayName)} can not be deleted because there are active assignments.`,
      )
    }
    forgetStages(world, found.id)
    forgetPolicyReview(world, found.id)
    world.store.remove(assignmentPolicies.store, found.id)
    return noContent
  })
}

const path = `${em}/assignmentPolicies`
const unrouted = (call: Call): Reply => {
  throw notRouted(`${call.origin}${call.path}`)
}

export const assignmentPolicyRoutes: readonly Route[] = [
  { method: 'GET', path, area: 'entitlement', handle: call => replyList(call, { kind: assignmentPolicies }, context) },
  { method: 'POST', path, area: 'entitlement', handle: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, assignmentPolicies, required(call, assignmentPolicies), context),
  },
  { method: 'PUT', path: `${path}/:id`, area: 'entitlement', handle: replace },
  { method: 'DELETE', path: `${path}/:id`, area: 'entitlement', handle: remove },
  // Declared by the schema, yet not routed by the service.
  {
    method: 'POST',
    path: `${em}/accessPackages/:id/assignmentPolicies`,
    area: 'entitlement',
    does: 'answers 404, as the service does',
    handle: unrouted,
  },
  {
    method: 'POST',
    path: `${em}/catalogs/:id/accessPackages/:package/assignmentPolicies`,
    area: 'entitlement',
    does: 'answers 404, as the service does',
    handle: unrouted,
  },
]
