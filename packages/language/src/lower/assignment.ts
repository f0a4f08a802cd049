import type { TenantObject } from '@entitle/graph'
import type { AssignElement } from '../resolve/program.ts'
import { type Lowering, objectOf, refTo } from './lowering.ts'

/**
 * Direct assignments under one policy. What has ended stays ended, and what has started says no more when it did: neither could be made so.
 * Without an end nothing is said of it, since the policy then decides.
 * https://learn.microsoft.com/graph/api/resources/entitlementmanagementschedule
 */
export const assignments = (
  elements: readonly AssignElement[],
  parent: TenantObject,
  lowering: Lowering,
): TenantObject[] =>
  elements.filter(isOpen(lowering)).map(element => {
    const { subject, from, until, range } = element
    const target = refTo(subject.object, lowering)
    const starts = from !== undefined && from.value > `${lowering.today}T00:00:00Z`
    const schedule = {
      ...(starts ? { startDateTime: from.value } : {}),
      ...(until === undefined ? {} : { expiration: { type: 'afterDateTime', endDateTime: until.value } }),
    }
    return objectOf({
      kind: 'assignment',
      parent,
      name: target.name,
      properties: { target, ...(Object.keys(schedule).length === 0 ? {} : { schedule }) },
      range,
      ranges: {
        target: subject.range,
        'schedule/startDateTime': from?.range,
        'schedule/expiration': until?.range,
      },
    })
  })

/** Whether it gives access to a person, today or later. */
const isOpen =
  ({ today }: Lowering) =>
  ({ subject, until }: AssignElement): boolean =>
    subject.object.kind === 'user' && (until === undefined || day(until.value) >= today)

const day = (moment: string): string => moment.slice(0, 10)
