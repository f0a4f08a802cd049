import { type Page, resource } from './entry.ts'

const reviews = resource('accessPackageAssignmentReviewSettings')

export const subjectsPage: Page = {
  name: 'subjects',
  title: 'Subjects: who approves or reviews',
  place: 'where approvers and reviewers are named',
  frame: 'policy',
  intro: [
    'Stages, escalations, reviews and scenarios name people as subjects: a user or a group, or somebody who depends on who requests. A list takes several, and `fallback` names who stands in where there is no such person.',
    'Where an object is named like one of these words (`group manager "Managers"`), the word wins; write the object in place, or rename it.',
  ],
  entries: [
    {
      title: 'subject',
      types: [],
      forms: ['NAME', 'user "USER PRINCIPAL NAME"', 'group "DISPLAY NAME"'],
      meaning: 'A user, or the members of a group, by their declared name or written in place.',
      graph: ['singleUser.userId', 'groupMembers.groupId'],
      page: resource('subjectSet'),
      example: 'approval { stage by anna, group "Service desk" }',
      related: ['directory-objects/object', 'approval/stage by', 'review/reviewers'],
    },
    {
      title: 'manager',
      types: ['Manager'],
      forms: ['manager', 'manager level 2'],
      meaning: 'The manager of who requests; guests rarely have one, so name a fallback.',
      more: ['`manager level 2` is the manager’s manager.'],
      limits: ['Level 1 or 2.', 'A standalone review goes to managers, and not further up.'],
      graph: ['requestorManager.managerLevel'],
      page: resource('requestorManager'),
      example: 'approval { stage by manager level 2, fallback governance }',
      rules: ['manager-of-external'],
    },
    {
      title: 'sponsors of the organization',
      types: ['SponsorsOf'],
      forms: ['internal sponsors', 'external sponsors'],
      meaning: 'The sponsors of the requestor’s connected organization.',
      more: ['They are declared with the organization. An organization without sponsors needs a fallback here.'],
      limits: ['Sponsors as approvers need a licence of Microsoft Entra ID Governance.'],
      graph: ['internalSponsors', 'externalSponsors'],
      page: resource('internalSponsors'),
      example: `approval {
  stage by internal sponsors, fallback governance
  stage by external sponsors, fallback governance
}`,
      related: ['organization/internal sponsors'],
      rules: ['sponsors-of-internals'],
    },
    {
      title: 'user sponsors',
      types: ['UserSponsors'],
      forms: ['user sponsors'],
      meaning: 'The sponsors of the user who requests.',
      limits: ['The clouds for the US government and in China do not know them.'],
      graph: ['targetUserSponsors'],
      page: resource('subjectSet'),
      example: 'approval { stage by user sponsors, fallback governance }',
      rules: ['agent-access', 'sponsors-of-internals'],
    },
    {
      title: 'self',
      types: ['Self'],
      forms: ['self'],
      meaning: 'People review their own access.',
      limits: ['Only in reviews, and alone: where people review themselves, nobody else does.'],
      graph: ['accessPackageAssignmentReviewSettings.isSelfReview'],
      page: reviews,
      example: 'review quarterly { reviewers self }',
      rules: ['compliance-self-review', 'external-self-review', 'guest-self-review'],
    },
    {
      title: 'group owners',
      types: ['GroupOwners'],
      forms: ['group owners'],
      meaning: 'The owners of the group under review.',
      limits: ['Only in a standalone review of groups.'],
      graph: ['accessReviewReviewerScope.query'],
      page: 'https://learn.microsoft.com/graph/accessreviews-reviewers-concept',
      frame: 'file',
      example: `review guests "Guests in Microsoft 365 groups" {
  of guests in all groups
  recurs quarterly
  starting 2027-01-04
  reviewers group owners, fallback governance
}`,
      related: ['standalone-review/review'],
    },
  ],
}
