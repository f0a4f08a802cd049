import { accessReviews } from '../entities/access-reviews.ts'
import { type Doc, isObject, type JsonObject, objectsIn, textOf } from '../json.ts'
import { complete as completeType } from '../schema/complete.ts'
import { dayMs, durationMs } from '../schema/scalars.ts'
import type { World } from '../world.ts'
import { nextOccurrence } from './recurrence.ts'
import { keepSeries, openReviews } from './series.ts'

/** Policies whose first review is still to come. */
export const policyReviews = 'policyReview'

const settingsOf = (policy: Doc): JsonObject => (isObject(policy.reviewSettings) ? policy.reviewSettings : {})
const scheduleOf = (policy: Doc): JsonObject => {
  const { schedule } = settingsOf(policy)
  return isObject(schedule) ? schedule : {}
}

function seriesOf(policy: Doc, now: number) {
  const { startDateTime, recurrence = null } = scheduleOf(policy)
  const start = Date.parse(String(startDateTime))
  return { start: Number.isFinite(start) ? start : now, recurrence }
}

const definitionOf = ({ store }: World, policyId: string): Doc | undefined =>
  store.listLatest(accessReviews.store, { other: policyId })[0]?.doc

/** A policy was written: its assignments are reviewed from the day that it says, or no more. */
export function keepPolicyReview(world: World, policy: Doc): void {
  const { store } = world
  const before = definitionOf(world, policy.id)
  if (settingsOf(policy).isEnabled !== true) forgetPolicyReview(world, policy.id)
  else if (before) keepSeries(world, { ...before, ...seriesDoc(policy, before) }, { other: policy.id })
  else {
    const now = world.clock().getTime()
    const next = nextOccurrence(seriesOf(policy, now), now)
    store.put(policyReviews, { id: policy.id }, { due: next?.at ?? null })
  }
}

/** A policy no longer has its assignments reviewed; what was decided stays. */
export function forgetPolicyReview(world: World, policyId: string): void {
  world.store.remove(policyReviews, policyId)
  const definition = definitionOf(world, policyId)
  if (definition)
    world.store.put(accessReviews.store, { ...definition, status: 'Completed', $next: null }, { due: null })
}

/** The first review of a policy's assignments begins, and with it the series of which it is one. */
export function startPolicyReview(world: World, policy: Doc): void {
  const now = world.now()
  const accessPackage = textOf(world.store.latest('accessPackage', String(policy.$package))?.displayName)
  const name = `${accessPackage ?? ''}: ${String(policy.displayName)}`
  const doc: Doc = {
    ...completeType(accessReviews.type, seriesDoc(policy, undefined, name)),
    id: world.ids(),
    createdDateTime: now,
    lastModifiedDateTime: now,
    status: 'NotStarted',
  }
  keepSeries(world, doc, { other: policy.id })
  const kept = world.store.latest(accessReviews.store, doc.id)
  if (kept) openReviews(world, kept)
}

const defaults: Readonly<Record<string, string>> = {
  keepAccess: 'Approve',
  removeAccess: 'Deny',
  acceptAccessRecommendation: 'Recommendation',
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings as a series of reviews. */
function seriesDoc(policy: Doc, before: Doc | undefined, name = ''): JsonObject {
  const settings = settingsOf(policy)
  const schedule = scheduleOf(policy)
  const expiration = isObject(schedule.expiration) ? schedule.expiration : {}
  const length = durationMs(String(expiration.duration)) ?? dayMs
  const query = `/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '${String(policy.$package)}' and assignmentPolicyId eq '${policy.id}')`
  return {
    displayName: before?.displayName ?? name,
    scope: {
      '@odata.type': '#microsoft.graph.accessReviewQueryScope',
      query,
      queryRoot: null,
      queryType: 'MicrosoftGraph',
    },
    settings: {
      autoApplyDecisionsEnabled: true,
      defaultDecision: defaults[String(settings.expirationBehavior)] ?? 'Approve',
      defaultDecisionEnabled: true,
      instanceDurationInDays: Math.max(1, Math.round(length / dayMs)),
      justificationRequiredOnApproval: settings.isReviewerJustificationRequired === true,
      recommendationsEnabled: settings.isRecommendationEnabled === true,
      recurrence: recurrenceOf(schedule),
    },
    $policy: policy.id,
    $length: length,
    $start: Date.parse(String(schedule.startDateTime)) || null,
    $subjects: {
      isSelf: settings.isSelfReview === true,
      primary: objectsIn(settings.primaryReviewers),
      fallback: objectsIn(settings.fallbackReviewers),
    },
  }
}

/** In a series the range says its first day; in a policy's schedule the start says it. */
function recurrenceOf({ recurrence, startDateTime }: JsonObject) {
  if (!isObject(recurrence)) return null
  const range = isObject(recurrence.range) ? recurrence.range : {}
  return { ...recurrence, range: { ...range, startDate: range.startDate ?? String(startDateTime).slice(0, 10) } }
}
