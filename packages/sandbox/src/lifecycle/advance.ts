import type { Doc } from '../json.ts'
import { writeInstant } from '../schema/scalars.ts'
import type { World } from '../world.ts'
import { approvalDue } from './approval-due.ts'
import { assignmentEnded } from './assignment-end.ts'
import { guestDue } from './guests.ts'
import { policyReviewDue } from './policy-review-due.ts'
import { instanceDue, seriesDue } from './review-due.ts'

/** What time does to a document whose moment has come. */
type Happening = (world: World, doc: Doc) => void

const happenings: Readonly<Record<string, Happening>> = {
  accessReview: seriesDue,
  accessReviewInstance: instanceDue,
  approval: approvalDue,
  assignment: assignmentEnded,
  policyReview: policyReviewDue,
  user: guestDue,
}

/** Lets everything happen that time has brought by now, one thing after the other, each at its own moment. */
export function advance(world: World): void {
  const { store } = world
  const now = world.clock().getTime()
  for (let next = store.nextDue(now); next; next = store.nextDue(now)) {
    const { kind, key, due } = next
    store.transaction(() => {
      store.clearDue(kind, key)
      const doc = store.latest(kind, key)
      if (doc) store.withoutDelay(() => happenings[kind]?.(worldAt(world, due), doc))
    })
  }
}

const worldAt = (world: World, at: number): World => {
  const moment = new Date(at)
  return { ...world, clock: () => moment, now: () => writeInstant(moment) }
}
