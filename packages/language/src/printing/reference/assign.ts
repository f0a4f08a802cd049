import { type Page, resource } from './entry.ts'

export const assignPage: Page = {
  name: 'assign',
  title: 'Direct assignments',
  place: '',
  frame: 'file',
  intro: [
    'An administrator gives a package to somebody directly, without a request.',
    'It is read and checked, and not deployed yet: an information finding, `not-deployed-yet`, says so, and assignments that the tenant has are kept.',
  ],
  entries: [
    {
      title: 'assign',
      types: ['Assign'],
      forms: ['assign OBJECT to PACKAGE using POLICY [from DATE] [until DATE]'],
      meaning: 'An administrator’s direct assignment.',
      more: [
        '`using` names a policy of that package: its terms hold, and its `expires` caps the end. `from` starts with its day and `until` ends with it, in UTC.',
      ],
      default: 'it starts at once and ends as the policy has it',
      limits: [
        'The end lies behind the start and no later than the policy allows.',
        'One person is assigned once under one policy.',
        'It is not deployed yet.',
      ],
      graph: [
        'accessPackageAssignmentRequest.requestType: adminAdd',
        'accessPackageAssignmentRequest.schedule',
        'accessPackageAssignmentRequest.assignment',
      ],
      page: resource('accessPackageAssignmentRequest'),
      example: 'assign user "kim@fabrikam.com" to partners.toolbox using staff until 2027-03-31',
      related: ['requestors/requestable by no one', 'expiration/expires'],
    },
  ],
}
