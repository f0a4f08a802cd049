import { guide, type Page, resource } from './entry.ts'

const definition = resource('accessReviewScheduleDefinition')
const settings = resource('accessReviewScheduleSettings')
const within = ['StandaloneReview']

/** A whole review with one line in place of, or beside, what every review needs. */
const reviewing = (...lines: readonly string[]): string => `review guests "Guests in Microsoft 365 groups" {
${lines.map(line => `  ${line}`).join('\n')}
}`

export const standaloneReviewPage: Page = {
  name: 'standalone-review',
  title: 'Reviews outside packages',
  place: 'in a standalone review',
  frame: 'file',
  intro: [
    'An access review of groups or apps, for access that packages don’t cover. What a package gives is reviewed by [the review of its policy](review.md).',
    'Reviews lie at the root of the tenant, where others keep theirs: only those that are declared are read, and none is ever deleted.',
  ],
  example: `user  anna        "anna@contoso.com"
group governance  "Identity Governance desk"

review guests "Guests in Microsoft 365 groups" {
  description "Guests that were invited outside access packages."
  of guests in all groups
  recurs quarterly
  starting 2027-01-04
  open for 21 days
  reviewers anna, fallback governance
  if no response remove access
  apply decisions automatically
}`,
  entries: [
    {
      title: 'review',
      place: '',
      types: ['StandaloneReview'],
      forms: ['review NAME "DISPLAY NAME" { … }'],
      meaning: 'An access review of groups or apps, for access that packages don’t cover.',
      limits: ['It says whose access it looks at (`of … in …`) and who reviews (`reviewers`).'],
      graph: ['accessReviewScheduleDefinition', 'accessReviewScheduleDefinition.descriptionForAdmins'],
      page: definition,
      example: reviewing(
        'of guests in all groups',
        'recurs quarterly',
        'starting 2027-01-04',
        'reviewers group owners, fallback governance',
      ),
      related: ['of', 'recurs', 'reviewers', 'review/review'],
      rules: ['guests-outside-packages'],
    },
    {
      title: 'of',
      types: ['ReviewScope'],
      forms: [
        'of guests|members|everyone in all groups',
        'of guests|members|everyone in GROUP',
        'of guests|members|everyone in APP',
      ],
      meaning: 'Whose access to what is reviewed.',
      more: ['`all groups` are the Microsoft 365 groups of the tenant.'],
      limits: ['A group or an app; sites are reviewed by the groups that may enter them.'],
      graph: ['accessReviewScheduleDefinition.scope', 'accessReviewScheduleDefinition.instanceEnumerationScope'],
      page: definition,
      example: reviewing('of everyone in salesforce', 'reviewers anna'),
    },
    {
      title: 'inactive for',
      types: ['Inactive'],
      forms: ['inactive for DURATION'],
      meaning: 'Only people who have not signed in for this long are reviewed.',
      default: 'everybody in the scope is reviewed',
      limits: ['Whole days, 730 at most: Microsoft Entra doesn’t remember more.'],
      graph: ['accessReviewInactiveUsersQueryScope.inactiveDuration'],
      page: resource('accessReviewInactiveUsersQueryScope'),
      example: reviewing(
        'of guests in all groups',
        'inactive for 90 days',
        'reviewers group owners, fallback governance',
      ),
    },
    {
      title: 'recurs',
      types: ['Recurs'],
      forms: ['recurs weekly|monthly|quarterly|biannually|annually'],
      meaning: 'How often the review happens.',
      default: 'once',
      graph: ['accessReviewScheduleSettings.recurrence'],
      page: settings,
      example: reviewing('of guests in all groups', 'recurs quarterly', 'reviewers anna'),
      rules: ['guest-review-frequency'],
    },
    {
      title: 'apply decisions',
      types: ['ApplyDecisions'],
      forms: ['apply decisions automatically|manually'],
      meaning: 'Whether decisions take effect by themselves when the review ends.',
      default: '`automatically`',
      graph: ['accessReviewScheduleSettings.autoApplyDecisionsEnabled'],
      page: settings,
      example: reviewing('of guests in all groups', 'reviewers anna', 'apply decisions manually'),
      rules: ['guest-review-outcome'],
    },
    {
      title: 'starting',
      types: ['Starting'],
      within,
      forms: ['starting DATE'],
      meaning: 'The day on which the first review starts.',
      default: 'the day of deployment',
      graph: ['recurrenceRange.startDate'],
      page: resource('recurrenceRange'),
      example: reviewing('of guests in all groups', 'recurs quarterly', 'starting 2027-01-04', 'reviewers anna'),
    },
    {
      title: 'ending',
      types: ['Ending'],
      within,
      forms: ['ending DATE', 'ending after NUMBER times'],
      meaning: 'When reviews stop.',
      default: 'they go on',
      limits: ['A review that takes place once has no end to set.'],
      graph: ['patternedRecurrence.range', 'recurrenceRange.numberOfOccurrences'],
      page: resource('recurrenceRange'),
      example: reviewing('of guests in all groups', 'recurs quarterly', 'ending after 4 times', 'reviewers anna'),
      rules: ['guest-review-frequency'],
    },
    {
      title: 'open for',
      types: ['OpenFor'],
      within,
      forms: ['open for DURATION'],
      meaning: 'How long reviewers have to decide.',
      default: '14 days; 3 days in a weekly review',
      limits: ['Whole days, and fewer than from one review to the next.'],
      graph: ['accessReviewScheduleSettings.instanceDurationInDays'],
      page: settings,
      example: reviewing('of guests in all groups', 'open for 21 days', 'reviewers anna'),
    },
    {
      title: 'reviewers',
      types: ['Reviewers'],
      within,
      forms: [
        'reviewers SUBJECT, …',
        'reviewers SUBJECT, …, fallback SUBJECT, …',
        'reviewers self',
        'reviewers group owners',
      ],
      meaning: 'Who reviews, and who stands in where there is no such person.',
      limits: [
        '`self` stands alone.',
        '`group owners` review groups.',
        'Sponsors can’t review access outside packages; managers of level 1 can.',
      ],
      graph: ['accessReviewScheduleDefinition.reviewers', 'accessReviewScheduleDefinition.fallbackReviewers'],
      page: 'https://learn.microsoft.com/graph/accessreviews-reviewers-concept',
      example: reviewing('of guests in all groups', 'reviewers group owners, fallback governance'),
      related: ['subjects/subject'],
      rules: ['guest-self-review'],
    },
    {
      title: 'if no response',
      types: ['NoResponse'],
      within,
      forms: ['if no response remove access|keep access|follow recommendation'],
      meaning: 'What happens to access that nobody reviewed in time.',
      default: '`keep access`: silence takes nothing away. In a review of a package, access is removed',
      limits: ['`follow recommendation` needs recommendations.'],
      graph: ['accessReviewScheduleSettings.defaultDecision', 'accessReviewScheduleSettings.defaultDecisionEnabled'],
      page: settings,
      example: reviewing('of guests in all groups', 'reviewers anna', 'if no response remove access'),
      rules: ['guest-review-outcome'],
    },
    {
      title: 'recommendations',
      types: ['Recommendations'],
      within,
      forms: ['recommendations shown|off'],
      meaning: 'Whether reviewers see Microsoft’s recommendations.',
      default: '`shown`',
      graph: ['accessReviewScheduleSettings.recommendationsEnabled'],
      page: settings,
      example: reviewing('of guests in all groups', 'reviewers anna', 'recommendations off'),
    },
    {
      title: 'justification',
      types: ['Justification'],
      within,
      forms: ['justification required|optional'],
      meaning: 'Whether reviewers must say why they approve access.',
      default: '`required`',
      graph: ['accessReviewScheduleSettings.justificationRequiredOnApproval'],
      page: guide('create-access-review'),
      example: reviewing('of guests in all groups', 'reviewers anna', 'justification optional'),
      rules: ['guest-review-justification'],
    },
  ],
}
