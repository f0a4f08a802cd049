import { users } from '../directory/users.ts'
import { assignmentNow } from '../entities/assignment-lifecycle.ts'
import { currentSettings } from '../entities/settings.ts'
import { subjects } from '../entities/subjects.ts'
import { type Doc, textOf } from '../json.ts'
import { durationMs } from '../schema/scalars.ts'
import type { World } from '../world.ts'

/**
 * What becomes of a governed guest who has lost the last assignment: nothing, blocked from signing in, or blocked and later
 * deleted, as the tenant's settings say.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users#manage-the-lifecycle-of-external-users
 */
export function offboard(world: World, subjectId: string): void {
  const guest = governedGuest(world, subjectId)
  if (!guest || hasAssignments(world, subjectId)) return
  const settings = currentSettings(world)
  const action = settings.externalUserLifecycleAction
  if (action !== 'blockSignIn' && action !== 'blockSignInAndDelete') return
  const wait = durationMs(String(settings.durationUntilExternalUserDeletedAfterBlocked)) ?? 0
  const due = action === 'blockSignInAndDelete' ? world.clock().getTime() + wait : null
  world.store.put(users.store, { ...guest, accountEnabled: false, $offboarded: true }, { due })
}

/** A guest who gets access again is let in again, and stays. */
export function welcomeBack(world: World, subjectId: string): void {
  const guest = governedGuest(world, subjectId)
  if (guest?.$offboarded !== true) return
  const { $offboarded: _was, ...back } = guest
  world.store.put(users.store, { ...back, id: guest.id, accountEnabled: true }, { due: null })
}

/** The time of a blocked guest is up. */
export function guestDue(world: World, guest: Doc): void {
  if (guest.$offboarded === true) world.store.remove(users.store, guest.id)
}

function governedGuest({ store }: World, subjectId: string): Doc | undefined {
  const subject = store.latest(subjects.store, subjectId)
  if (subject?.subjectLifecycle !== 'governed') return undefined
  const user = store.latest(users.store, textOf(subject.objectId) ?? '')
  return user?.userType === 'Guest' ? user : undefined
}

const hasAssignments = (world: World, subjectId: string): boolean =>
  world.store
    .listLatest('assignment')
    .some(({ doc }) => doc.$target === subjectId && assignmentNow(world, doc).state !== 'expired')
