import { moveReason } from '../kinds/assignment.ts'
import { em, filter } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import type { Finding } from '../model/finding.ts'
import type { JsonObject } from '../model/json.ts'
import type { TenantObject } from '../model/tenant.ts'
import { assignmentIn } from './assignments.ts'
import { notReadable } from './not-readable.ts'
import { isObject, type Source, textOf } from './source.ts'

/**
 * Assignments under some policies of a package that an earlier deployment ended to move people elsewhere, and after which nothing was
 * asked for these people: it was broken off in between.
 */
export async function begunMoves(
  from: Source,
  accessPackage: TenantObject,
  policies: readonly TenantObject[],
): Promise<{ readonly begun: readonly TenantObject[]; readonly findings: readonly Finding[] }> {
  if (policies.length === 0) return { begun: [], findings: [] }
  const expand = '$expand=assignment($expand=target,assignmentPolicy)'
  const of = filter`accessPackage/id eq '${encodeURIComponent(accessPackage.id ?? '')}'`
  const list = await from.many(`${em}/assignmentRequests?${of}&${expand}`)
  if ('failure' in list)
    return {
      begun: [],
      findings: [notReadable(`What was asked for ${accessPackage.name}`, list.failure, accessPackage.address)],
    }
  const latest = new Map<string, JsonObject>()
  for (const request of list.items) {
    if (unfulfilled.has(textOf(request.state).toLowerCase())) continue
    const person = personOf(request)
    const before = latest.get(person)
    if (person !== '' && (before === undefined || textOf(before.createdDateTime) <= textOf(request.createdDateTime)))
      latest.set(person, request)
  }
  const begun = [...latest.values()].flatMap(({ requestType, justification, assignment }) => {
    if (textOf(requestType).toLowerCase() !== 'adminremove' || justification !== moveReason) return []
    if (!isObject(assignment) || textOf(assignment.state).toLowerCase() !== 'expired') return []
    const policy = isObject(assignment.assignmentPolicy) ? foldId(textOf(assignment.assignmentPolicy.id)) : ''
    const holder = policies.find(({ id = '' }) => foldId(id) === policy)
    return holder === undefined ? [] : [assignmentIn(assignment, holder, [])]
  })
  return { begun, findings: [] }
}

/** What was asked for and came to nothing. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
const unfulfilled = new Set(['deliveryfailed', 'denied', 'canceled'])

const personOf = ({ assignment }: JsonObject): string =>
  isObject(assignment) && isObject(assignment.target) ? foldId(textOf(assignment.target.objectId)) : ''
