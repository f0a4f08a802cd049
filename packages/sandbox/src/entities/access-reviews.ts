import { type Call, type Reply, type Route, reviewsPath } from '../http/call.ts'
import { unscoped } from '../http/catalog-roles.ts'
import { invalidModel } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import { type Doc, isObject, type JsonObject } from '../json.ts'
import { forgetInstances } from '../reviews/instances.ts'
import { keepSeries } from '../reviews/series.ts'
import { accept } from '../schema/accept.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import { isReviewer, reviewInstances } from './access-review-instances.ts'
import { notBlank } from './body-rules.ts'
import { childrenOf, type Kind, toChildren } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition: series of reviews. */
export const accessReviews: Kind = {
  store: 'accessReview',
  type: 'accessReviewScheduleDefinition',
  guids: true,
  navigation: { instances: toChildren(() => reviewInstances) },
}

const context = 'identityGovernance/accessReviews/definitions'
const readOnly = ['id', 'status', 'createdBy', 'createdDateTime', 'lastModifiedDateTime']

/** What the service keeps to itself is ignored when a body says it: the page's own example sends the id. */
function read(call: Call): JsonObject {
  const said = structuralPart(accessReviews.type, accept(accessReviews.type, call.body))
  const body = Object.fromEntries(Object.entries(said).filter(([name]) => !readOnly.includes(name)))
  notBlank(body, 'displayName')
  if (!isObject(body.scope)) throw invalidModel('The model is invalid. The scope field is required.')
  if (!isObject(body.settings)) throw invalidModel('The model is invalid. The settings field is required.')
  checkRecurrence(body.settings.recurrence)
  return body
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings: weekly and absoluteMonthly, each series from a day on. */
function checkRecurrence(recurrence: unknown): void {
  if (!isObject(recurrence)) return
  const { pattern, range } = recurrence
  if (isObject(pattern) && pattern.type !== 'weekly' && pattern.type !== 'absoluteMonthly')
    throw invalidModel('The model is invalid. The recurrence pattern must be weekly or absoluteMonthly.')
  if (isObject(range) && (range.startDate === undefined || range.startDate === null))
    throw invalidModel('The model is invalid. The startDate of the recurrence range is required.')
}

/** https://learn.microsoft.com/graph/api/accessreviewset-post-definitions */
function create(call: Call): Reply {
  const { world } = call
  const body = read(call)
  const now = world.now()
  const doc = {
    ...complete(accessReviews.type, body),
    id: world.ids(),
    status: 'NotStarted',
    createdDateTime: now,
    lastModifiedDateTime: now,
  }
  world.store.transaction(() => keepSeries(world, doc))
  return replyOne(call, accessReviews, doc, context, 201)
}

/** The series of the path, unless a policy makes it: then it is read here, and changed there. */
function ownSeries(call: Call): Doc {
  const found = required(call, accessReviews)
  if (found.$policy)
    throw invalidModel('The model is invalid. Reviews of access package assignments are changed by their policy.')
  return found
}

/** https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update: all that can be written, 204. */
function replace(call: Call): Reply {
  const { world } = call
  const { id, status = null, createdBy = null, createdDateTime = null, $next = null } = ownSeries(call)
  const body = read(call)
  const kept = { status, createdBy, createdDateTime }
  const doc = { ...complete(accessReviews.type, body), ...kept, id, lastModifiedDateTime: world.now() }
  const runs = $next !== null || status === 'Completed'
  world.store.transaction(() => (runs ? keepSeries(world, doc) : world.store.put(accessReviews.store, doc)))
  return noContent
}

function remove(call: Call): Reply {
  const { id } = ownSeries(call)
  call.world.store.transaction(() => {
    forgetInstances(call.world, id)
    call.world.store.remove(accessReviews.store, id)
  })
  return noContent
}

const area = 'reviews'

/** https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-filterbycurrentuser */
function ofReviewer(call: Call): Reply {
  const docs = call.world.store
    .list(accessReviews.store)
    .map(row => row.doc)
    .filter(doc => childrenOf(call.world, reviewInstances, doc.id).some(instance => isReviewer(call, instance)))
  return replyList(unscoped(call), { kind: accessReviews, docs }, context)
}

export const accessReviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${reviewsPath}/:function{filterByCurrentUser\\(on='reviewer'\\)}`,
    area: 'reviewing',
    does: 'those in which the caller may decide',
    handle: ofReviewer,
  },
  { method: 'GET', path: reviewsPath, area, handle: call => replyList(call, { kind: accessReviews }, context) },
  { method: 'POST', path: reviewsPath, area, handle: create },
  {
    method: 'GET',
    path: `${reviewsPath}/:id`,
    area,
    handle: call => replyOne(call, accessReviews, required(call, accessReviews), context),
  },
  { method: 'PUT', path: `${reviewsPath}/:id`, area, handle: replace },
  { method: 'DELETE', path: `${reviewsPath}/:id`, area, handle: remove },
]
