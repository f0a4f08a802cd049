import { em, idIn } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import { isObj, itemsIn } from '../kinds/shape.ts'
import type { Finding } from '../model/finding.ts'
import { isRef, type TenantObject } from '../model/tenant.ts'
import { notReadable } from './not-readable.ts'
import { isObject, type Source, textOf } from './source.ts'

/** What has to be known of somebody to tell whether a policy admits them; undefined is not known. */
export interface PersonFacts {
  readonly id: string
  readonly sort?: 'member' | 'guest' | 'application'
  /** Ids of those groups that the policy names and the person is a member of, directly or not. */
  readonly groups: ReadonlySet<string>
  /** The id of the connected organization that the person comes from; empty where the person comes from none. */
  readonly organization?: string
}

/** What the directory says of some people, as far as a policy's scope asks for it. What can't be read is not known. */
export async function admissionFacts(
  from: Source,
  policy: TenantObject,
  people: readonly string[],
): Promise<{ readonly facts: ReadonlyMap<string, PersonFacts>; readonly findings: readonly Finding[] }> {
  const { allowedTargetScope: scope, specificAllowedTargets: targets } = policy.properties
  const findings: Finding[] = []
  const groups = itemsIn(targets).flatMap(target => (isObj(target) && isRef(target.groupId) ? [target.groupId] : []))
  const members = await Promise.all(
    groups.flatMap(({ id, name }) =>
      id === undefined
        ? []
        : [
            from.many(`/groups/${idIn(id)}/transitiveMembers?$select=id&$top=999`).then(list => {
              if ('failure' in list) findings.push(notReadable(`Who is a member of ${name}`, list.failure))
              return [
                foldId(id),
                new Set('items' in list ? list.items.map(item => foldId(textOf(item.id))) : []),
              ] as const
            }),
          ],
    ),
  )
  const bySort = scope !== 'notSpecified' && scope !== 'specificDirectoryUsers'
  const byOrganization = /ConnectedOrganization/.test(String(scope))
  const facts = await Promise.all(
    people.map(async (id): Promise<readonly [string, PersonFacts]> => {
      const [sort, organization] = await Promise.all([
        bySort ? sortOf(from, id) : undefined,
        byOrganization ? organizationOf(from, id) : undefined,
      ])
      return [
        id,
        {
          id,
          groups: new Set(members.flatMap(([group, all]) => (all.has(id) ? [group] : []))),
          ...(sort === undefined ? {} : { sort }),
          ...(organization === undefined ? {} : { organization }),
        },
      ]
    }),
  )
  return { facts: new Map(facts), findings }
}

/** https://learn.microsoft.com/graph/api/resources/user: `userType` is Member or Guest. */
async function sortOf(from: Source, id: string): Promise<PersonFacts['sort']> {
  const user = await from.one(`/users/${idIn(id)}?$select=id,userType`)
  if ('item' in user) {
    const type = textOf(user.item.userType).toLowerCase()
    return type === 'guest' || type === 'member' ? type : undefined
  }
  if (user.failure.status !== 404) return undefined
  const app = await from.one(`/servicePrincipals/${idIn(id)}?$select=id`)
  return 'item' in app ? 'application' : undefined
}

/** https://learn.microsoft.com/graph/api/accesspackagesubject-get */
async function organizationOf(from: Source, id: string): Promise<string | undefined> {
  const subject = await from.one(`${em}/subjects(objectId='${idIn(id)}')?$expand=connectedOrganization`)
  if ('failure' in subject) return undefined
  const { connectedOrganization: organization } = subject.item
  return isObject(organization) ? textOf(organization.id) : organization === null ? '' : undefined
}
