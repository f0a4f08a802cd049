import { type Doc, isObject, type Json } from '../json.ts'
import { durationMs, writeInstant } from '../schema/scalars.ts'
import type { World } from '../world.ts'

/** An assignment as it reads now: on its way, delivered, or expired because its time ran out or it was removed. */
export function assignmentNow(world: World, doc: Doc): Doc {
  const now = world.clock().getTime()
  const end = endOfAssignment(doc)
  if (now >= end) return { ...doc, state: 'expired', status: 'Expired', expiredDateTime: writeInstant(new Date(end)) }
  if (now >= moment(doc.$deliveredAt)) return { ...doc, state: 'delivered', status: 'Delivered' }
  return { ...doc, state: 'delivering', status: 'Delivering' }
}

/** When an assignment ends, in milliseconds since 1970: infinity where nothing ends it. */
export const endOfAssignment = (doc: Doc): number => Math.min(moment(doc.$removedAt), endOfSchedule(doc))

/** A request as it reads now: as it was decided, scheduled for later, being carried out, or delivered. */
export function requestNow(world: World, doc: Doc): Doc {
  const done = moment(doc.$doneAt)
  if (!Number.isFinite(done) || doc.state === 'canceled') return doc
  const now = world.clock().getTime()
  if (now < moment(doc.$startsAt, 0)) return { ...doc, state: 'scheduled', status: 'PendingNotBefore' }
  if (now < done) return doc
  return { ...doc, state: 'delivered', status: 'Delivered', completedDateTime: writeInstant(new Date(done)) }
}

const moment = (note: Json | undefined, none = Number.POSITIVE_INFINITY) => (typeof note === 'number' ? note : none)

function endOfSchedule(doc: Doc): number {
  const schedule = isObject(doc.schedule) ? doc.schedule : {}
  const expiration = isObject(schedule.expiration) ? schedule.expiration : {}
  if (expiration.type === 'afterDateTime') return Date.parse(String(expiration.endDateTime))
  const length = expiration.type === 'afterDuration' ? durationMs(String(expiration.duration)) : undefined
  return length === undefined ? Number.POSITIVE_INFINITY : Date.parse(String(schedule.startDateTime)) + length
}
