import { isAmong, together } from '../directory/people.ts'
import { users } from '../directory/users.ts'
import { type Call, reviewsPath as path, type Reply, type Route } from '../http/call.ts'
import { unauthorized, unscoped } from '../http/catalog-roles.ts'
import { invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, replyOne, required } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import { apply, complete } from '../reviews/completion.ts'
import { decisionsOf, instances as store } from '../reviews/instances.ts'
import { reviewersOf } from '../reviews/reviewers.ts'
import { stagesOf } from '../reviews/stages.ts'
import type { World } from '../world.ts'
import { accessReviews } from './access-reviews.ts'
import { childrenOf, find, type Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export const reviewInstances: Kind = {
  store,
  type: 'accessReviewInstance',
  guids: true,
  navigation: {
    contactedReviewers: (world, doc) => contacted(world, doc),
    decisions: (world, doc) => decisionsOf(world, doc.id),
    stages: (world, doc) => stagesOf(world, definitionOf(world, doc), doc),
  },
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewstage: opened and closed by time alone. */
export const reviewStages: Kind = {
  store: 'accessReviewStage',
  type: 'accessReviewStage',
  guids: true,
  navigation: { decisions: (world, doc) => decisionsOf(world, String(doc.$instance)) },
}

/** https://learn.microsoft.com/graph/api/resources/accessreviewreviewer */
export const contactedReviewers: Kind = {
  store: 'accessReviewReviewer',
  type: 'accessReviewReviewer',
  guids: true,
  navigation: {},
}

const definitionOf = (world: World, instance: Doc): Doc => {
  const found = world.store.latest(accessReviews.store, String(instance.$definition))
  if (!found) throw notFound()
  return found
}

function contacted(world: World, instance: Doc): Doc[] {
  const definition = definitionOf(world, instance)
  const all = together(decisionsOf(world, instance.id).map(item => reviewersOf(world, definition, instance, item)))
  return [...all.ids].flatMap(id => {
    const user = world.store.latest(users.store, id)
    if (!user) return []
    const { displayName = null, userPrincipalName = null } = user
    return [{ id, createdDateTime: instance.startDateTime ?? null, displayName, userPrincipalName }]
  })
}

/** Whether the caller may decide on something in a review. */
export function isReviewer({ world, caller }: Call, instance: Doc): boolean {
  const definition = definitionOf(world, instance)
  return decisionsOf(world, instance.id).some(item =>
    isAmong(reviewersOf(world, definition, instance, item), caller.objectId),
  )
}

/** The review of the path, for its reviewers and whoever governs reviews. */
export function instanceOf(call: Call): { readonly instance: Doc; readonly definition: Doc } {
  const definition = required(unscoped(call), accessReviews)
  const instance = find(call.world, reviewInstances, String(call.params.instance).toLowerCase())
  if (!instance || instance.$definition !== definition.id) throw notFound()
  if (call.roles && !isReviewer(call, instance)) throw unauthorized()
  return { instance, definition }
}

export const instanceContext = (call: Call, rest = '') =>
  `identityGovernance/accessReviews/definitions('${call.params.id}')/instances${rest && `('${call.params.instance}')/${rest}`}`

function list(call: Call): Reply {
  const { id } = required(unscoped(call), accessReviews)
  const mine = childrenOf(call.world, reviewInstances, id).filter(doc => !call.roles || isReviewer(call, doc))
  return replyList(unscoped(call), { kind: reviewInstances, docs: mine }, instanceContext(call))
}

/** https://learn.microsoft.com/graph/api/accessreviewinstance-filterbycurrentuser */
function ofReviewer(call: Call): Reply {
  const { id } = required(unscoped(call), accessReviews)
  const mine = childrenOf(call.world, reviewInstances, id).filter(doc => isReviewer(call, doc))
  return replyList(unscoped(call), { kind: reviewInstances, docs: mine }, instanceContext(call))
}

type Action = (call: Call, instance: Doc, definition: Doc) => void

function mustRun(instance: Doc): void {
  if (instance.status !== 'InProgress')
    throw invalidModel(`The model is invalid. The access review is ${String(instance.status)}, not InProgress.`)
}

const actions: Readonly<Record<string, readonly [string, Action]>> = {
  stop: [
    'ends the review now',
    (call, instance, definition) => {
      mustRun(instance)
      complete(call.world, definition, instance)
    },
  ],
  applyDecisions: [
    'takes access away from whoever was denied',
    (call, instance) => {
      if (instance.status === 'InProgress')
        throw invalidModel('The model is invalid. The access review is still InProgress.')
      apply(call.world, instance)
    },
  ],
  sendReminder: ['reminds the reviewers: no mail is sent', (_call, instance) => mustRun(instance)],
}

function act(call: Call, action: Action): Reply {
  const { instance, definition } = instanceOf(call)
  if (call.roles) throw unauthorized()
  call.world.store.transaction(() => action(call, instance, definition))
  return noContent
}

const one = `${path}/:id/instances/:instance`
const area = 'reviewing'

function part(call: Call, kind: Kind, name: string, docs: (world: World, instance: Doc) => readonly Doc[]): Reply {
  const { instance } = instanceOf(call)
  return replyList(unscoped(call), { kind, docs: docs(call.world, instance) }, instanceContext(call, name))
}

function stagesOfReviewer(call: Call): Reply {
  const { instance, definition } = instanceOf(call)
  const docs = isReviewer(call, instance) ? stagesOf(call.world, definition, instance) : []
  return replyList(unscoped(call), { kind: reviewStages, docs }, instanceContext(call, 'stages'))
}

function stage(call: Call): Reply {
  const { instance, definition } = instanceOf(call)
  const found = stagesOf(call.world, definition, instance).find(each => each.id === call.params.stage)
  if (!found) throw notFound()
  return replyOne(unscoped(call), reviewStages, found, instanceContext(call, 'stages'))
}

export const reviewInstanceRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/:id/instances`, area, handle: list },
  {
    method: 'GET',
    path: `${path}/:id/instances/:function{filterByCurrentUser\\(on='reviewer'\\)}`,
    area,
    does: 'those in which the caller may decide',
    handle: ofReviewer,
  },
  {
    method: 'GET',
    path: one,
    area,
    handle: call => replyOne(unscoped(call), reviewInstances, instanceOf(call).instance, instanceContext(call)),
  },
  {
    method: 'GET',
    path: `${one}/contactedReviewers`,
    area,
    handle: call => part(call, contactedReviewers, 'contactedReviewers', contacted),
  },
  {
    method: 'GET',
    path: `${one}/stages`,
    area,
    handle: call => part(call, reviewStages, 'stages', (world, doc) => stagesOf(world, definitionOf(world, doc), doc)),
  },
  {
    method: 'GET',
    path: `${one}/stages/:function{filterByCurrentUser\\(on='reviewer'\\)}`,
    area,
    does: 'those of a review in which the caller may decide',
    handle: stagesOfReviewer,
  },
  { method: 'GET', path: `${one}/stages/:stage`, area, handle: stage },
  ...Object.entries(actions).map(
    ([name, [does, action]]): Route => ({
      method: 'POST',
      path: `${one}/${name}`,
      area,
      does,
      handle: call => act(call, action),
    }),
  ),
]
