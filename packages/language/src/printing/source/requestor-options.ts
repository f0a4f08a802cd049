import type { TenantObject, Value } from '@entitle/graph'
import { fields, items } from '../fields.ts'
import { leftOver } from './left-over.ts'
import type { Gap, Said } from './said.ts'
import { sentence } from './sentence.ts'
import { restOf, sortOf } from './subjects.ts'

const root = 'requestorSettings'
const elsewhere = ['enableTargetsToSelfAddAccess', 'enableTargetsToSelfUpdateAccess']
const here = [
  'allowCustomAssignmentSchedule',
  'enableOnBehalfRequestorsToAddAccess',
  'enableOnBehalfRequestorsToUpdateAccess',
  'onBehalfRequestors',
]

/** What requestors may do besides requesting. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequestorsettings */
export const requestorOptions = ({ properties }: TenantObject): Said => {
  const settings = fields(properties[root])
  const requestors = items(settings.onBehalfRequestors)
  const byManagers = settings.enableOnBehalfRequestorsToAddAccess === true && requestors.some(isOwnManager)
  const mayExtend = settings.enableTargetsToSelfUpdateAccess === true
  const gaps: Gap[] = [
    ...requestors.flatMap((requestor, index) => {
      const path = `${root}/onBehalfRequestors/${index}`
      return byManagers && isOwnManager(requestor) ? restOf(requestor, path) : [{ path, why: onlyManagers }]
    }),
    ...(settings.enableOnBehalfRequestorsToAddAccess === true && !byManagers
      ? [{ path: `${root}/enableOnBehalfRequestorsToAddAccess`, why: onlyManagers }]
      : []),
    ...((settings.enableOnBehalfRequestorsToUpdateAccess === true) === (byManagers && mayExtend)
      ? []
      : [{ path: `${root}/enableOnBehalfRequestorsToUpdateAccess`, why: asRequestors }]),
    ...leftOver(settings, [...elsewhere, ...here], root),
  ]
  return {
    sentences: [
      ...(byManagers ? [sentence('managers may request for their reports')] : []),
      ...(settings.allowCustomAssignmentSchedule === true ? [sentence('requestor may choose dates')] : []),
    ],
    gaps,
  }
}

/** The manager of the person whom the access is for, and not a manager's manager. */
const isOwnManager = (requestor: Value): boolean =>
  sortOf(requestor) === 'targetManager' && Number(fields(requestor).managerLevel ?? 1) === 1

const onlyManagers =
  'In the language managers request for their reports, and nobody else for others. Deploying these sources switches it off.'
const asRequestors =
  'In the language managers may extend access for their reports where these may extend it themselves. Deploying these sources makes it so.'
