import { accessReviews } from '../entities/access-reviews.ts'
import { type Doc, isObject, type JsonObject, objectsIn } from '../json.ts'
import { dayMs, writeInstant } from '../schema/scalars.ts'
import type { World } from '../world.ts'
import { decisions, instances, keepInstance } from './instances.ts'
import { nextOccurrence, occurrence, type Series } from './recurrence.ts'
import { enumerate, underReview } from './scope.ts'

export const settingsOf = (definition: Doc): JsonObject => (isObject(definition.settings) ? definition.settings : {})

/** When the reviews of a series begin: on its start date, or when it was made. */
function seriesOf(definition: Doc): Series {
  const { recurrence = null } = settingsOf(definition)
  const range = isObject(recurrence) && isObject(recurrence.range) ? recurrence.range : {}
  const start = Number(definition.$start ?? Date.parse(String(range.startDate)))
  return { start: Number.isFinite(start) ? start : Date.parse(String(definition.createdDateTime)), recurrence }
}

/** Keeps a series, and has time open its next review. */
export function keepSeries(world: World, definition: Doc, links: { other?: string } = {}): void {
  const now = world.clock().getTime()
  const begun = world.store.listLatest(instances, { parent: definition.id }).map(({ doc }) => Number(doc.$begun))
  const next = nextOccurrence(seriesOf(definition), now, Math.max(...begun))
  const doc = { ...definition, $next: next?.n ?? null }
  world.store.put(accessReviews.store, doc, { ...links, due: next?.at ?? null })
}

/** The next review of a series begins: one instance for each thing under review. */
export function openReviews(world: World, definition: Doc): void {
  const now = world.clock().getTime()
  const stages = objectsIn(definition.stageSettings)
  const days = stages.reduce((sum, stage) => sum + Number(stage.durationInDays), 0)
  const length = days > 0 ? days : Number(settingsOf(definition).instanceDurationInDays)
  const end = now + (Number(definition.$length) || Math.max(1, length) * dayMs)
  for (const scope of enumerate(world, definition)) {
    const instance = {
      id: world.ids(),
      endDateTime: writeInstant(new Date(end)),
      fallbackReviewers: definition.fallbackReviewers ?? [],
      reviewers: definition.reviewers ?? [],
      scope,
      startDateTime: world.now(),
      status: 'InProgress',
      $begun: now,
      $definition: definition.id,
    }
    keepInstance(world, instance, { parent: definition.id, due: end })
    for (const item of underReview(world, instance)) world.store.put(decisions, item, { parent: instance.id })
  }
  const n = Number(definition.$next) + 1
  const next = occurrence(seriesOf(definition), n)
  world.store.put(
    accessReviews.store,
    { ...definition, status: 'InProgress', $next: next === undefined ? null : n },
    { due: next ?? null },
  )
}

/** A series is completed when its last review is. */
export function closeSeries({ store }: World, definitionId: string): void {
  const definition = store.latest(accessReviews.store, definitionId)
  if (!definition || typeof definition.$next === 'number') return
  const open = store.listLatest(instances, { parent: definitionId }).some(({ doc }) => doc.status === 'InProgress')
  if (!open) store.put(accessReviews.store, { ...definition, status: 'Completed' })
}
