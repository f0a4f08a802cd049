import { type Page, resource } from './entry.ts'

export const assignPage: Page = {
  name: 'assign',
  title: 'Direct assignments',
  place: '',
  frame: 'file',
  intro: [
    'An administrator gives a package to somebody directly, without a request.',
    'Only what is declared is looked at. People also have access because they asked for it: such assignments are neither shown nor ended, with `--prune` neither.',
    'For the same reason, access stays when its `assign` is taken out of the sources. To end it, write the day: `until` with today’s date, deploy, and take the line out when that day is over.',
  ],
  entries: [
    {
      title: 'assign',
      types: ['Assign'],
      forms: ['assign OBJECT to PACKAGE using POLICY [from DATE] [until DATE]'],
      meaning: 'An administrator’s direct assignment.',
      more: [
        '`using` names a policy of that package: its terms hold, and its `expires` caps the end. `from` starts with its day and `until` ends with it, in UTC.',
        'Another `until` changes the assignment that is there, and so does another `from` until its day has come. Without `until`, the end that the tenant has is left as it is. Once `until` is over, nothing is deployed any more.',
        'Under a policy for people of other organizations, a user can be called by e-mail address. Where nobody in the directory has the address, the assignment invites its owner as a guest, and the plan says so. An address in a domain of the tenant itself, or one that is needed elsewhere too, must be in the directory.',
      ],
      default: 'it starts at once and ends as the policy has it',
      limits: [
        'The end lies behind the start and no later than the policy allows.',
        'One person is assigned once under one policy.',
        'The policy is for that person, and the person is in the directory already, or is invited as said above.',
        'One person has one assignment of a package at a time: access through another policy of it must end first.',
      ],
      graph: [
        'accessPackageAssignmentRequest.requestType: adminAdd',
        'accessPackageAssignmentRequest.requestType: adminUpdate',
        'accessPackageAssignmentRequest.schedule',
        'accessPackageAssignmentRequest.assignment',
      ],
      page: resource('accessPackageAssignmentRequest'),
      example: 'assign user "kim@fabrikam.com" to partners.toolbox using staff until 2027-03-31',
      related: ['requestors/requestable by no one', 'expiration/expires'],
    },
  ],
}
