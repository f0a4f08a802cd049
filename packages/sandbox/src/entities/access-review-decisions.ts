import { isAmong } from '../directory/people.ts'
import { type Call, reviewsPath as path, type Reply, type Route } from '../http/call.ts'
import { unauthorized, unscoped } from '../http/catalog-roles.ts'
import { invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, replyOne } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject, textOf } from '../json.ts'
import { record } from '../reviews/completion.ts'
import { decisionsOf, decisions as store } from '../reviews/instances.ts'
import { reviewersOf } from '../reviews/reviewers.ts'
import { settingsOf } from '../reviews/series.ts'
import { accept } from '../schema/accept.ts'
import { instanceContext, instanceOf } from './access-review-instances.ts'
import type { Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstancedecisionitem */
export const reviewDecisions: Kind = {
  store,
  type: 'accessReviewInstanceDecisionItem',
  guids: true,
  navigation: { insights: () => [] },
}

const byReviewers = ['Approve', 'Deny', 'DontKnow', 'NotReviewed']

/** Decisions that the caller may take. */
function mine(call: Call): Doc[] {
  const { instance, definition } = instanceOf(call)
  return decisionsOf(call.world, instance.id).filter(item =>
    isAmong(reviewersOf(call.world, definition, instance, item), call.caller.objectId),
  )
}

function visible(call: Call): Doc[] {
  return call.roles ? mine(call) : decisionsOf(call.world, instanceOf(call).instance.id)
}

const replyItems = (call: Call, docs: readonly Doc[]): Reply =>
  replyList(unscoped(call), { kind: reviewDecisions, docs }, instanceContext(call, 'decisions'))

function itemOf(call: Call): Doc {
  const wanted = String(call.params.decision).toLowerCase()
  const found = decisionsOf(call.world, instanceOf(call).instance.id).find(item => item.id === wanted)
  if (!found) throw notFound()
  if (!visible(call).some(item => item.id === wanted)) throw unauthorized()
  return found
}

const identityOf = ({ caller }: Call): JsonObject => ({
  displayName: caller.displayName,
  id: caller.objectId,
  ipAddress: null,
  userPrincipalName: caller.user ?? null,
})

/** Takes a decision, as long as the review runs and with a reason where one is asked for. */
function take(call: Call, item: Doc, decision: unknown, justification: unknown): void {
  const { instance, definition } = instanceOf(call)
  if (instance.status !== 'InProgress')
    throw invalidModel(`The model is invalid. The access review is ${String(instance.status)}, not InProgress.`)
  const known = byReviewers.find(each => each.toLowerCase() === textOf(decision)?.toLowerCase())
  if (!known) throw invalidModel(`The model is invalid. The decision must be one of ${byReviewers.join(', ')}.`)
  const reason = textOf(justification) ?? ''
  if (known === 'Approve' && settingsOf(definition).justificationRequiredOnApproval === true && !reason.trim())
    throw invalidModel('The model is invalid. The justification field is required.')
  record(call.world, item, known, reason, identityOf(call))
}

/** https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update: by its reviewers. */
function update(call: Call): Reply {
  const item = itemOf(call)
  if (!mine(call).some(each => each.id === item.id)) throw unauthorized()
  const { decision, justification } = accept(reviewDecisions.type, call.body)
  take(call, item, decision, justification)
  return noContent
}

/** https://learn.microsoft.com/graph/api/accessreviewinstance-batchrecorddecisions */
function recordMany(call: Call): Reply {
  const { decision, justification, principalId, resourceId } = isObject(call.body) ? call.body : {}
  const wanted = visible(call).filter(
    item =>
      (!textOf(principalId) || item.$principal === textOf(principalId)?.toLowerCase()) &&
      (!textOf(resourceId) || (isObject(item.resource) && item.resource.id === textOf(resourceId)?.toLowerCase())),
  )
  call.world.store.transaction(() => {
    for (const item of wanted) take(call, item, decision, justification)
  })
  return noContent
}

/** https://learn.microsoft.com/graph/api/accessreviewinstance-acceptrecommendations */
function acceptRecommendations(call: Call): Reply {
  call.world.store.transaction(() => {
    for (const item of mine(call))
      if (item.decision === 'NotReviewed') take(call, item, item.recommendation, 'Recommendation accepted')
  })
  return noContent
}

/** https://learn.microsoft.com/graph/api/accessreviewinstance-resetdecisions */
function reset(call: Call): Reply {
  const { store: documents } = call.world
  documents.transaction(() => {
    for (const item of visible(call))
      documents.put(store, {
        ...item,
        decision: 'NotReviewed',
        justification: '',
        reviewedBy: null,
        reviewedDateTime: null,
      })
  })
  return noContent
}

const instance = `${path}/:id/instances/:instance`
const area = 'reviewing'
const function_ = ":function{filterByCurrentUser\\(on='reviewer'\\)}"

/** Stages share the decisions of their review. */
const below = (place: string): Route[] => [
  { method: 'GET', path: `${place}/decisions`, area, handle: call => replyItems(call, visible(call)) },
  {
    method: 'GET',
    path: `${place}/decisions/${function_}`,
    area,
    does: 'those that the caller may take',
    handle: call => replyItems(call, mine(call)),
  },
  {
    method: 'GET',
    path: `${place}/decisions/:decision`,
    area,
    handle: call => replyOne(unscoped(call), reviewDecisions, itemOf(call), instanceContext(call, 'decisions')),
  },
  {
    method: 'PATCH',
    path: `${place}/decisions/:decision`,
    area: 'deciding',
    does: 'decides, as a reviewer',
    handle: update,
  },
]

export const reviewDecisionRoutes: readonly Route[] = [
  ...below(instance),
  ...below(`${instance}/stages/:stage`),
  {
    method: 'POST',
    path: `${instance}/batchRecordDecisions`,
    area,
    does: 'decides for one person, one resource or all',
    handle: recordMany,
  },
  {
    method: 'POST',
    path: `${instance}/acceptRecommendations`,
    area: 'deciding',
    does: 'takes the recommended decisions that are not taken yet',
    handle: acceptRecommendations,
  },
  { method: 'POST', path: `${instance}/resetDecisions`, area, does: 'forgets the decisions taken', handle: reset },
]
