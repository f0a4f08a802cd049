import { find } from '../entities/kind.ts'
import type { Call, Reply, Route } from '../http/call.ts'
import { badRequest } from '../http/graph-error.ts'
import { replyList, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { directoryObjects } from './directory-objects.ts'
import { directoryRole, rolesOf } from './directory-roles.ts'
import { groups } from './groups.ts'
import { groupsOf, ownersOf } from './people.ts'
import { servicePrincipals } from './service-principals.ts'
import { missingObject, users } from './users.ts'

/** Groups, also those around groups, and directory roles. Groups whose members are not told have none here. */
const memberships = (world: World, principal: Doc): readonly Doc[] => [
  ...groupsOf(world, principal.id),
  ...rolesOf(principal).map(directoryRole),
]

/** https://learn.microsoft.com/graph/api/user-list-ownedobjects */
const ownedBy = (world: World, principal: Doc): readonly Doc[] =>
  world.store
    .list(groups.store)
    .map(({ doc }) => doc)
    .filter(group => ownersOf(world, group.id).ids.has(principal.id))

function me(call: Call): Doc {
  const found = call.caller.user === undefined ? undefined : find(call.world, users, call.caller.objectId)
  if (!found) throw badRequest('/me request is only valid with delegated authentication flow.')
  return found
}

function application(call: Call): Doc {
  const id = String(call.params.id).toLowerCase()
  const found = find(call.world, servicePrincipals, id)
  if (!found) throw missingObject(id)
  return found
}

type Of = (world: World, principal: Doc) => readonly Doc[]

const listed =
  (who: (call: Call) => Doc, of: Of) =>
  (call: Call): Reply =>
    replyList(call, { kind: directoryObjects, docs: of(call.world, who(call)) }, 'directoryObjects')

const lists = { transitiveMemberOf: memberships, ownedObjects: ownedBy } as const

/** Who is signed in, what they are a member of and what they own. https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const meRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/me',
    area: 'me',
    does: 'reads who is signed in',
    handle: call => replyOne(call, users, me(call), 'users'),
  },
  ...Object.entries(lists).flatMap(([name, of]): Route[] => [
    { method: 'GET', path: `/me/${name}`, area: 'me', handle: listed(me, of) },
    { method: 'GET', path: `/servicePrincipals/:id/${name}`, area: 'apps', handle: listed(application, of) },
  ]),
]
