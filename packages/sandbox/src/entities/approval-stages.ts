import { isAmong, isEmpty, type People, peopleIn, together } from '../directory/people.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { durationMs } from '../schema/scalars.ts'
import type { World } from '../world.ts'
import { assignmentRequests } from './assignment-requests.ts'
import { deliver } from './request-delivery.ts'
import { amendRequest } from './request-records.ts'
import { subjects } from './subjects.ts'

/** Approvals are kept under the id of the request that they are about. */
export const approvals = 'approval'

/** Has a request wait for its approvers: https://learn.microsoft.com/graph/api/resources/approval */
export function startApproval(world: World, request: Doc, stages: readonly JsonObject[]): Doc {
  const doc = {
    id: request.id,
    $catalog: request.$catalog ?? null,
    $stages: stages.map((settings, index) => ({
      id: world.ids(),
      displayName: `Stage ${index + 1}`,
      justification: null,
      reviewedBy: null,
      reviewedDateTime: null,
      reviewResult: 'NotReviewed',
      status: 'NotStarted',
      $settings: settings,
    })),
  }
  openStage(world, doc, 0)
  const waiting = { state: 'pendingApproval', status: 'PendingApproval' }
  return amendRequest(world, request.id, waiting) ?? request
}

function openStage(world: World, approval: Doc, index: number): void {
  const now = world.clock().getTime()
  const stages = objectsIn(approval.$stages).map((stage, place) =>
    place === index ? { ...stage, status: 'InProgress', $startedAt: now } : stage,
  )
  keepStages(world, approval, stages)
}

/** The stage whose turn it is; undefined once all is decided. */
export const currentStage = (approval: Doc): JsonObject | undefined =>
  objectsIn(approval.$stages).find(stage => stage.status === 'InProgress')

/** When the current stage is denied for want of a decision, and when it is passed on to the alternate approvers. */
export function momentsOf(stage: JsonObject): { readonly timeout: number; readonly escalation: number } {
  const settings = settingsOf(stage)
  const started = Number(stage.$startedAt)
  const after = (duration: unknown) => started + (durationMs(String(duration)) ?? 0)
  const escalates = settings.isEscalationEnabled === true && stage.$escalated !== true
  return {
    timeout: after(settings.durationBeforeAutomaticDenial),
    escalation: escalates ? after(settings.durationBeforeEscalation) : Number.POSITIVE_INFINITY,
  }
}

const settingsOf = (stage: JsonObject): JsonObject => (isObject(stage.$settings) ? stage.$settings : {})

/** Keeps an approval's stages, and has time see to the one whose turn it is. */
export function keepStages(world: World, approval: Doc, stages: readonly JsonObject[]): void {
  const kept = { ...approval, $stages: [...stages] }
  const current = currentStage(kept)
  const { timeout, escalation } = current ? momentsOf(current) : { timeout: null, escalation: null }
  world.store.put(approvals, kept, { due: timeout === null ? null : Math.min(timeout, escalation) })
}

/** Who may decide a stage: its approvers, their alternates once it was passed on, the fallbacks where there is nobody. */
export function approversOf(world: World, requestId: string, stage: JsonObject): People {
  const request = world.store.latest(assignmentRequests.store, requestId)
  const objectOf = (subject: unknown) =>
    textOf(world.store.latest(subjects.store, textOf(subject) ?? '')?.objectId) ?? ''
  const about = { requestor: objectOf(request?.$requestor), target: objectOf(request?.$target) }
  const settings = settingsOf(stage)
  const list = (name: string, fallback: string): People => {
    const people = without(peopleIn(world, objectsIn(settings[name]), about), Object.values(about))
    return isEmpty(people)
      ? without(peopleIn(world, objectsIn(settings[fallback]), about), Object.values(about))
      : people
  }
  const primary = list('primaryApprovers', 'fallbackPrimaryApprovers')
  if (stage.$escalated !== true) return primary
  return together([primary, list('escalationApprovers', 'fallbackEscalationApprovers')])
}

const without = (people: People, own: readonly string[]): People => ({
  ...people,
  ids: new Set([...people.ids].filter(id => !own.includes(id))),
})

/** Whether a user may decide a stage. Nobody decides on their own access. */
export function mayDecide(world: World, requestId: string, stage: JsonObject, userId: string): boolean {
  const request = world.store.latest(assignmentRequests.store, requestId)
  const own = [request?.$requestor, request?.$target].some(
    subject => world.store.latest(subjects.store, textOf(subject) ?? '')?.objectId === userId,
  )
  return !own && isAmong(approversOf(world, requestId, stage), userId)
}

/** A decision on the stage whose turn it is: the next stage opens, or the request is granted or denied. */
export function decide(world: World, approval: Doc, decision: JsonObject): void {
  const stages = objectsIn(approval.$stages)
  const index = stages.findIndex(stage => stage.status === 'InProgress')
  const decided = stages.map((stage, place) =>
    place === index ? { ...stage, ...decision, status: 'Completed' } : stage,
  )
  keepStages(world, approval, decided)
  const request = world.store.latest(assignmentRequests.store, approval.id)
  if (!request) return
  if (decision.reviewResult !== 'Approve')
    amendRequest(world, request.id, { state: 'denied', status: 'Denied', completedDateTime: world.now() })
  else if (index + 1 < decided.length) openStage(world, { ...approval, $stages: decided }, index + 1)
  else deliver(world, request)
}
