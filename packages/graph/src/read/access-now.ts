import { assignments } from '../kinds/assignment.ts'
import { clause, em, filter } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { type Known, unknownFor } from './known.ts'
import { isObject, source, textOf } from './source.ts'

/** Access that a person has now, through a package by a policy. Ids are in lower case. */
export interface Access {
  readonly packageId: string
  readonly policyId: string
  readonly person: string
  /** What the person is called: the user principal name, the e-mail address, or the id. */
  readonly name: string
  /** When it ends, ISO date and time; undefined where it doesn't. */
  readonly ends?: string
}

/** Which packages are meant: all of the tenant, or those of these ids, each of which is asked for by itself. */
export type Packages = 'all' | readonly string[]

const permission =
  'the permission EntitlementManagement.Read.All and a role that reads assignments, such as Global Reader'
const expanded = '$expand=target,accessPackage,assignmentPolicy'

/** Who has access now. https://learn.microsoft.com/graph/api/entitlementmanagement-list-assignments */
export async function accessNow(
  transport: HttpTransport,
  packages: Packages,
  signal?: AbortSignal,
): Promise<Known<readonly Access[]>> {
  const delivered = clause`state eq 'Delivered'`
  const paths =
    packages === 'all'
      ? [`${assignments}?$filter=${delivered}&${expanded}`]
      : packages.map(id => `${assignments}?${filter`accessPackage/id eq '${id}'`}&${expanded}`)
  const from = source(batching(transport), signal)
  const lists = await Promise.all(paths.map(path => from.many(path)))
  const found: Access[] = []
  for (const list of lists) {
    if ('failure' in list) return unknownFor('Who has access', list.failure, permission)
    for (const item of list.items) if (isDelivered(item)) found.push(accessIn(item))
  }
  return { known: found }
}

const isDelivered = ({ state }: JsonObject): boolean => foldId(textOf(state)) === 'delivered'

const accessIn = ({ target, accessPackage, assignmentPolicy, schedule }: JsonObject): Access => {
  const who = isObject(target) ? target : {}
  const person = foldId(textOf(who.objectId))
  const names = [who.principalName, who.email, who.displayName].map(textOf)
  const ends = isObject(schedule) && isObject(schedule.expiration) ? textOf(schedule.expiration.endDateTime) : ''
  return {
    packageId: isObject(accessPackage) ? foldId(textOf(accessPackage.id)) : '',
    policyId: isObject(assignmentPolicy) ? foldId(textOf(assignmentPolicy.id)) : '',
    person,
    name: names.find(name => name !== '') ?? person,
    ...(ends === '' ? {} : { ends }),
  }
}

/** Ids, in lower case, of the packages that were asked for since a moment. https://learn.microsoft.com/graph/api/entitlementmanagement-list-assignmentrequests */
export async function requestedSince(
  transport: HttpTransport,
  since: string,
  packages: Packages,
  signal?: AbortSignal,
): Promise<Known<readonly string[]>> {
  const recent = clause`createdDateTime ge ${since}`
  const tail = '&$expand=accessPackage'
  const paths =
    packages === 'all'
      ? [`${em}/assignmentRequests?$filter=${recent}${tail}`]
      : packages.map(
          id =>
            `${em}/assignmentRequests?${filter`accessPackage/id eq '${id}' and createdDateTime ge ${since}`}${tail}`,
        )
  const from = source(batching(transport), signal)
  const lists = await Promise.all(paths.map(path => from.many(path)))
  const found = new Set<string>()
  for (const list of lists) {
    if ('failure' in list) return unknownFor('What was asked for', list.failure, permission)
    for (const { accessPackage } of list.items) if (isObject(accessPackage)) found.add(foldId(textOf(accessPackage.id)))
  }
  return { known: [...found].sort() }
}
