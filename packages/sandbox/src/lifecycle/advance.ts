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

/** Something that time brought about. */
export interface Happened {
  readonly what: 'assignment-ended' | 'approval-overdue' | 'review-opened' | 'review-closed' | 'guest-deleted'
  readonly at: Date
}

const names: Readonly<Record<string, Happened['what']>> = {
  accessReview: 'review-opened',
  accessReviewInstance: 'review-closed',
  approval: 'approval-overdue',
  assignment: 'assignment-ended',
  policyReview: 'review-opened',
  user: 'guest-deleted',
}

/** Lets everything happen that time has brought by now, one thing after the other, each at its own moment. */
export function advance(world: World): Happened[] {
  const { store } = world
  const happened: Happened[] = []
  const now = world.clock().getTime()
  for (let next = store.nextDue(now); next; next = store.nextDue(now)) {
    const { kind, key, due } = next
    store.transaction(() => {
      store.clearDue(kind, key)
      const doc = store.latest(kind, key)
      const what = names[kind]
      if (!doc || !what) return
      store.withoutDelay(() => happenings[kind]?.(worldAt(world, due), doc))
      happened.push({ what, at: new Date(due) })
    })
  }
  return happened
}

const worldAt = (world: World, at: number): World => {
  const moment = new Date(at)
  return { ...world, clock: () => moment, now: () => writeInstant(moment) }
}
