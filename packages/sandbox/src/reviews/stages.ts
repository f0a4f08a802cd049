import { derivedId } from '../directory/derived-id.ts'
import { type Doc, objectsIn } from '../json.ts'
import { dayMs, writeInstant } from '../schema/scalars.ts'
import type { World } from '../world.ts'

/** The stages of a review, one after the other; none where the series has none. */
export function stagesOf(world: World, definition: Doc, instance: Doc): Doc[] {
  const now = world.clock().getTime()
  let start = Date.parse(String(instance.startDateTime))
  return objectsIn(definition.stageSettings).map(settings => {
    const end = start + Number(settings.durationInDays) * dayMs
    const doc = {
      id: derivedId('reviewStage', `${instance.id}/${String(settings.stageId)}`),
      endDateTime: writeInstant(new Date(end)),
      fallbackReviewers: settings.fallbackReviewers ?? [],
      reviewers: settings.reviewers ?? [],
      startDateTime: writeInstant(new Date(start)),
      status: instance.status !== 'InProgress' || now >= end ? 'Completed' : now >= start ? 'InProgress' : 'NotStarted',
      $instance: instance.id,
    }
    start = end
    return doc
  })
}
