import { invalidModel } from '../http/graph-error.ts'
import { isObject, type JsonObject, objectsIn } from '../json.ts'
import { durationMs } from '../schema/scalars.ts'
import { kindOfSubject } from './targets.ts'

/** A review that is switched on needs a weekly or monthly schedule, a duration and reviewers. */
export function checkReviews(policy: JsonObject): void {
  const settings = policy.reviewSettings
  if (!isObject(settings) || settings.isEnabled !== true) return
  const { schedule } = settings
  if (!isObject(schedule)) throw invalidModel('The model is invalid. reviewSettings.schedule is required.')
  checkRecurrence(schedule)
  const { expiration } = schedule
  if (
    !isObject(expiration) ||
    expiration.type !== 'afterDuration' ||
    (durationMs(String(expiration.duration)) ?? 0) <= 0
  ) {
    throw invalidModel('The model is invalid. reviewSettings.schedule.expiration must say the duration of each review.')
  }
  checkReviewers(settings)
}

function checkRecurrence(schedule: JsonObject): void {
  const recurrence = isObject(schedule.recurrence) ? schedule.recurrence : {}
  const pattern = isObject(recurrence.pattern) ? recurrence.pattern : {}
  if (pattern.type !== 'weekly' && pattern.type !== 'absoluteMonthly') {
    throw invalidModel(
      `The model is invalid. Reviews recur by weekly or absoluteMonthly, not by '${String(pattern.type ?? 'nothing')}'.`,
    )
  }
  if (Number(pattern.interval) < 1)
    throw invalidModel('The model is invalid. The interval of a recurrence must be at least 1.')
  const range = isObject(recurrence.range) ? recurrence.range : {}
  if (range.type === 'endDate' && !range.endDate)
    throw invalidModel('The model is invalid. The range of a recurrence needs its endDate.')
  if (range.type === 'numbered' && Number(range.numberOfOccurrences) < 1) {
    throw invalidModel('The model is invalid. The range of a recurrence needs its numberOfOccurrences.')
  }
}

function checkReviewers(settings: JsonObject): void {
  const primary = objectsIn(settings.primaryReviewers)
  const fallback = objectsIn(settings.fallbackReviewers)
  if (settings.isSelfReview !== true && primary.length === 0)
    throw invalidModel('The model is invalid. There is no primary reviewer.')
  if (primary.some(reviewer => kindOfSubject(reviewer).endsWith('Manager')) && fallback.length === 0) {
    throw invalidModel('The model is invalid. A manager as reviewer needs a fallback reviewer.')
  }
}
