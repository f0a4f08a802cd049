import { type Page, resource } from './entry.ts'

const settings = resource('accessPackageAssignmentReviewSettings')
const schedule = resource('entitlementManagementSchedule')
const inPolicy = ['PolicyReview']

export const reviewPage: Page = {
  name: 'review',
  title: 'Reviews of packages',
  place: 'in a review',
  frame: 'policy',
  intro: [
    'People look again, at regular times, at who holds a package under a policy. Access that packages don’t cover has [reviews of its own](standalone-review.md).',
  ],
  entries: [
    {
      title: 'review',
      place: 'in a policy or policy template',
      types: ['PolicyReview'],
      forms: ['review weekly|monthly|quarterly|biannually|annually { … }'],
      meaning: 'People look again, at regular times, at who holds the package.',
      default: 'no review',
      limits: ['It needs `reviewers`.', 'Reviews of packages need a licence of Microsoft Entra ID Governance.'],
      graph: [
        'accessPackageAssignmentPolicy.reviewSettings',
        'accessPackageAssignmentReviewSettings.isEnabled',
        'entitlementManagementSchedule.recurrence',
        'recurrencePattern.interval',
      ],
      page: settings,
      example: `review quarterly {
  starting 2027-01-04
  open for 14 days
  reviewers partner-pms, fallback governance
  if no response remove access
}`,
      related: ['reviewers', 'open for', 'if no response', 'standalone-review/review'],
      rules: ['external-review', 'expiration-or-review'],
    },
    {
      title: 'starting',
      types: ['Starting'],
      within: inPolicy,
      forms: ['starting DATE'],
      meaning: 'The day on which the first review starts.',
      default: 'the day of the first deployment; later deployments keep it',
      limits: ['A day, without a time.'],
      graph: ['entitlementManagementSchedule.startDateTime'],
      page: schedule,
      example: `review quarterly {
  starting 2027-01-04
  reviewers partner-pms
}`,
    },
    {
      title: 'ending',
      types: ['Ending'],
      within: inPolicy,
      forms: ['ending DATE', 'ending after NUMBER times'],
      meaning: 'When reviews stop.',
      default: 'they go on',
      limits: ['The end lies behind the start.'],
      graph: ['patternedRecurrence.range', 'recurrenceRange.numberOfOccurrences'],
      page: resource('recurrenceRange'),
      example: `review quarterly {
  ending after 4 times
  reviewers partner-pms
}`,
    },
    {
      title: 'open for',
      types: ['OpenFor'],
      within: inPolicy,
      forms: ['open for DURATION'],
      meaning: 'How long reviewers have to decide.',
      default: '14 days; 3 days in a weekly review',
      limits: ['Whole days, and fewer than from one review to the next.'],
      graph: ['entitlementManagementSchedule.expiration', 'expirationPattern.duration'],
      page: schedule,
      example: `review monthly {
  open for 10 days
  reviewers partner-pms
}`,
    },
    {
      title: 'reviewers',
      types: ['Reviewers'],
      within: inPolicy,
      forms: ['reviewers SUBJECT, …', 'reviewers SUBJECT, …, fallback SUBJECT, …', 'reviewers self'],
      meaning: 'Who reviews, and who stands in where there is no such person.',
      limits: ['`self` stands alone; `group owners` review in standalone reviews only.'],
      graph: [
        'accessPackageAssignmentReviewSettings.primaryReviewers',
        'accessPackageAssignmentReviewSettings.fallbackReviewers',
        'accessPackageAssignmentReviewSettings.isSelfReview',
      ],
      page: settings,
      example: `review quarterly {
  reviewers manager, fallback governance
}`,
      related: ['subjects/subject'],
      rules: ['compliance-self-review', 'external-self-review'],
    },
    {
      title: 'if no response',
      types: ['NoResponse'],
      within: inPolicy,
      forms: ['if no response remove access|keep access|follow recommendation'],
      meaning: 'What happens to access that nobody reviewed in time.',
      default: '`remove access`',
      limits: ['`follow recommendation` needs recommendations.'],
      graph: ['accessPackageAssignmentReviewSettings.expirationBehavior: keepAccess'],
      page: settings,
      example: `review quarterly {
  reviewers partner-pms
  if no response keep access
}`,
      related: ['recommendations'],
      rules: ['external-no-response'],
    },
    {
      title: 'recommendations',
      types: ['Recommendations'],
      within: inPolicy,
      forms: ['recommendations shown|off'],
      meaning: 'Whether reviewers see Microsoft’s recommendations.',
      default: '`shown`',
      graph: ['accessPackageAssignmentReviewSettings.isRecommendationEnabled'],
      page: settings,
      example: `review quarterly {
  reviewers partner-pms
  recommendations off
}`,
    },
    {
      title: 'justification',
      types: ['Justification'],
      within: inPolicy,
      forms: ['justification required|optional'],
      meaning: 'Whether reviewers must say why they decide as they do.',
      default: '`required`',
      graph: ['accessPackageAssignmentReviewSettings.isReviewerJustificationRequired'],
      page: settings,
      example: `review quarterly {
  reviewers partner-pms
  justification optional
}`,
    },
  ],
}
