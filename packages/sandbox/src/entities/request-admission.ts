import { isAmong, membersOf, peopleIn } from '../directory/people.ts'
import { users } from '../directory/users.ts'
import type { Call } from '../http/call.ts'
import { unauthorized } from '../http/catalog-roles.ts'
import { GraphError, invalidModel } from '../http/graph-error.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { durationMs } from '../schema/scalars.ts'
import type { World } from '../world.ts'
import { assignmentRequests } from './assignment-requests.ts'
import { admitted, policyNotMet } from './assignment-targets.ts'
import { catalogs } from './catalogs.ts'
import { viewOf } from './kind.ts'

/** The user who asks; an application can't. */
export function askingUser({ world, caller }: Call): Doc {
  const user = caller.user === undefined ? undefined : world.store.latest(users.store, caller.objectId)
  if (!user) throw unauthorized()
  return user
}

/** Whom a request is for: the caller, or with onBehalfAdd someone whom the policy lets the caller ask for. */
export function personToGet(call: Call, body: JsonObject, assignment: JsonObject, policy: Doc): Doc {
  const asking = askingUser(call)
  const targetId = (textOf(assignment.targetId) ?? asking.id).toLowerCase()
  if (body.requestType !== 'onBehalfAdd') {
    if (targetId !== asking.id) throw unauthorized()
    return asking
  }
  const target = call.world.store.latest(users.store, targetId)
  if (!target) throw invalidModel(`The model is invalid. The target '${targetId}' does not exist.`)
  const { onBehalfRequestors } = requestorSettings(policy)
  const people = peopleIn(call.world, objectsIn(onBehalfRequestors), { requestor: targetId, target: targetId })
  if (!isAmong(people, asking.id)) throw policyNotMet()
  return target
}

const requestorSettings = (policy: Doc): JsonObject =>
  isObject(policy.requestorSettings) ? policy.requestorSettings : {}

/** Refuses what a policy doesn't let people do themselves. */
export function mustAllow(policy: Doc, what: string): void {
  if (requestorSettings(policy)[what] !== true) throw policyNotMet()
}

/** Who is outside a policy's scope, or belongs to a group that the package is incompatible with, can't ask for it. */
export function checkRequestor(world: World, user: Doc, accessPackage: Doc, policy: Doc): void {
  admitted(world, user, policy)
  const catalog = world.store.latest(catalogs.store, String(accessPackage.$catalog))
  if (catalog?.state !== 'published') throw policyNotMet()
  if (user.userType === 'Guest' && catalog.isExternallyVisible !== true) throw policyNotMet()
  for (const { doc } of world.store.listLatest('incompatibleGroup', { parent: accessPackage.id }))
    if (membersOf(world, String(doc.to)).ids.has(user.id))
      throw new GraphError(400, 'IncompatibleGroup', 'The target is a member of an incompatible group.')
}

const open = ['submitted', 'pendingApproval', 'delivering', 'scheduled']

/** One request at a time for the same access. */
export function refuseOpenRequest(world: World, packageId: string, subjectId: string): void {
  const before = world.store.listLatest(assignmentRequests.store, { parent: packageId, other: subjectId })
  if (before.some(({ doc }) => open.includes(String(viewOf(world, assignmentRequests, doc).state))))
    throw new GraphError(400, 'ExistingOpenRequest', 'The target already has an open request for this access package.')
}

/** Who asks says why, answers what must be answered, and chooses dates only where the policy lets them. */
export function checkForm(body: JsonObject, policy: Doc): void {
  const approval = isObject(policy.requestApprovalSettings) ? policy.requestApprovalSettings : {}
  if (approval.isRequestorJustificationRequired === true && !textOf(body.justification)?.trim())
    throw invalidModel('The model is invalid. The justification field is required.')
  const answers = objectsIn(body.answers)
  for (const question of objectsIn(policy.$questions)) {
    const given = answers.find(
      answer => isObject(answer.answeredQuestion) && answer.answeredQuestion.id === question.id,
    )
    checkAnswer(question, textOf(given?.value))
  }
  checkDates(body.schedule, policy)
}

function checkAnswer(question: JsonObject, answer: string | undefined): void {
  const text = String(question.text)
  if (!answer?.trim()) {
    if (question.isRequired === true)
      throw invalidModel(`The model is invalid. The question '${text}' must be answered.`)
    return
  }
  const choices = objectsIn(question.choices)
  if (choices.length > 0) {
    const given = question.isMultipleSelectionAllowed === true ? answer.split(',') : [answer]
    if (given.some(each => !choices.some(choice => choice.actualValue === each.trim())))
      throw invalidModel(`The model is invalid. '${answer}' is no choice of the question '${text}'.`)
  }
  const pattern = textOf(question.regexPattern)
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(answer))
    throw invalidModel(`The model is invalid. The answer to the question '${text}' does not match ${pattern}.`)
}

function checkDates(schedule: unknown, policy: Doc): void {
  if (!isObject(schedule)) return
  const expiration = isObject(schedule.expiration) ? schedule.expiration : {}
  const chosen = schedule.startDateTime || (expiration.type && expiration.type !== 'notSpecified')
  if (!chosen) return
  if (requestorSettings(policy).allowCustomAssignmentSchedule !== true)
    throw invalidModel('The model is invalid. The policy does not allow a custom assignment schedule.')
  const most = isObject(policy.expiration) ? policy.expiration : {}
  if (most.type === 'noExpiration' || !expiration.type || expiration.type === 'notSpecified') return
  const asked = durationMs(String(expiration.duration))
  const allowed = durationMs(String(most.duration))
  const late =
    expiration.type === 'noExpiration' ||
    (asked !== undefined && allowed !== undefined && asked > allowed) ||
    Date.parse(String(expiration.endDateTime)) > Date.parse(String(most.endDateTime))
  if (late) throw invalidModel('The model is invalid. The schedule lasts longer than the policy allows.')
}
