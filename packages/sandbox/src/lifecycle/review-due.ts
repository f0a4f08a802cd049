import { accessReviews } from '../entities/access-reviews.ts'
import type { Doc } from '../json.ts'
import { complete } from '../reviews/completion.ts'
import { openReviews } from '../reviews/series.ts'
import type { World } from '../world.ts'

/** The next review of a series begins. */
export function seriesDue(world: World, definition: Doc): void {
  if (typeof definition.$next === 'number') openReviews(world, definition)
}

/** A review's time is up. */
export function instanceDue(world: World, instance: Doc): void {
  const definition = world.store.latest(accessReviews.store, String(instance.$definition))
  if (definition && instance.status === 'InProgress') complete(world, definition, instance)
}
