import { type Coverage, follows, kept, said, service, switched } from './cell.ts'

const review = 'standalone review'
const foreign = 'a review that says it is left as it is, and a finding says so'

/** Reviews of access outside packages. */
export const reviews: Coverage = {
  accessReviewScheduleDefinition: {
    displayName: said('`review NAME "…"`, with `formerly` to rename', review),
    descriptionForAdmins: said('`description`', review),
    descriptionForReviewers: kept('a word to reviewers: no statement says it'),
    scope: said('`of … in …`, `inactive for`', review),
    instanceEnumerationScope: switched('`of … in all groups`', review),
    reviewers: said('`reviewers`', review),
    fallbackReviewers: said('`reviewers … fallback`', review),
    settings: said('`recurs`, `starting`, `ending`, `open for`, `if no response`, …', review),
    stageSettings: kept(foreign),
    additionalNotificationRecipients: kept('others who are told: no statement says them'),
    status: service(),
    createdBy: service(),
    createdDateTime: service(),
    lastModifiedDateTime: service(),
    instances: service('reviews as they take place'),
  },
  accessReviewNotificationRecipientItem: kept('others who are told: no statement says them'),
  accessReviewNotificationRecipientScope: {},
  accessReviewNotificationRecipientQueryScope: kept('others who are told: no statement says them'),
  userIdentity: service('who made the review'),
  accessReviewReviewerScope: {
    query: said('`reviewers`', review),
    queryType: follows('always MicrosoftGraph'),
    queryRoot: switched('`reviewers manager`', review),
  },
  accessReviewScope: {},
  accessReviewQueryScope: {
    query: said('`of … in …`', review),
    queryType: follows('always MicrosoftGraph'),
    queryRoot: kept(foreign),
  },
  accessReviewInactiveUsersQueryScope: { inactiveDuration: said('`inactive for`', review) },
  principalResourceMembershipsScope: kept(foreign),
  accessReviewScheduleSettings: {
    instanceDurationInDays: said('`open for`', review),
    autoApplyDecisionsEnabled: switched('`apply decisions`', review),
    defaultDecision: said('`if no response`', review),
    defaultDecisionEnabled: switched('`if no response`', review),
    recommendationsEnabled: switched('`recommendations`', review),
    justificationRequiredOnApproval: switched('`justification` of a review', review),
    recurrence: said('`recurs`, `starting`, `ending`', review),
    mailNotificationsEnabled: follows('on in a review that is made; what the tenant has later survives'),
    reminderNotificationsEnabled: follows('on in a review that is made; what the tenant has later survives'),
    applyActions: kept('what denying does (block and delete guests): no statement says it'),
    decisionHistoriesForReviewersEnabled: kept('whether reviewers see earlier decisions: no statement says it'),
    recommendationInsightSettings: kept('on what recommendations rest: no statement says it'),
    recommendationLookBackDuration: kept('on what recommendations rest: no statement says it'),
  },
  accessReviewApplyAction: {},
  disableAndDeleteUserApplyAction: {},
  removeAccessApplyAction: {},
  accessReviewRecommendationInsightSetting: {},
  groupPeerOutlierRecommendationInsightSettings: {},
  userLastSignInRecommendationInsightSetting: kept('on what recommendations rest: no statement says it'),
  accessReviewStageSettings: kept(foreign),
}
