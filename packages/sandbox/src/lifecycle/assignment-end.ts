import { assignmentNow, endOfAssignment } from '../entities/assignment-lifecycle.ts'
import type { Doc } from '../json.ts'
import type { Links } from '../store/documents.ts'
import type { World } from '../world.ts'
import { offboard } from './guests.ts'

/** Keeps an assignment, and has time see to it when it ends. */
export function keepAssignment({ store }: World, doc: Doc, links: Links = {}): void {
  const end = endOfAssignment(doc)
  store.put('assignment', doc, { ...links, due: Number.isFinite(end) ? end : null })
}

/** An assignment has ended: its target may have no other. */
export function assignmentEnded(world: World, doc: Doc): void {
  if (assignmentNow(world, doc).state === 'expired') offboard(world, String(doc.$target))
}
