import { duration, exact, moment, object, off, on, type Shape, whole } from './shape.ts'
import { subjects } from './subject-set.ts'

/** https://learn.microsoft.com/graph/api/resources/entitlementmanagementschedule */
const schedule = object({
  startDateTime: moment,
  expiration: object({ type: exact, duration, endDateTime: moment }),
  recurrence: whole({ pattern: object({}), range: object({ startDate: exact, endDate: exact }) }),
})

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings: one that is switched off is none. */
export const reviewSettings: Shape = object(
  {
    isEnabled: off,
    expirationBehavior: exact,
    isRecommendationEnabled: on,
    isReviewerJustificationRequired: on,
    isSelfReview: off,
    primaryReviewers: subjects,
    fallbackReviewers: subjects,
    schedule,
  },
  { isNothing: value => value.isEnabled === false || value.isEnabled === null },
)
