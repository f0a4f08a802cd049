import { find, type Kind, type Navigate, toNoted } from '../entities/kind.ts'
import type { Call, Reply, Route } from '../http/call.ts'
import { GraphError } from '../http/graph-error.ts'
import { denied } from '../http/permissions.ts'
import { replyList, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { requireVisible, seesBasicProfiles } from './basic-profile.ts'

/** https://learn.microsoft.com/graph/api/resources/user */
export const users: Kind = {
  store: 'user',
  type: 'user',
  guids: false,
  navigation: { manager: toNoted(() => users, '$manager'), memberOf: () => [], sponsors: toUsers('$sponsors') },
}

/** The users whose ids are noted. */
export function toUsers(note: string): Navigate {
  return (world, doc) => {
    const ids = doc[note]
    return Array.isArray(ids) ? ids.flatMap(id => find(world, users, String(id)) ?? []) : []
  }
}

/** A user by object id or user principal name. */
export function findUser(world: World, idOrName: string): Doc | undefined {
  const byId = find(world, users, idOrName.toLowerCase())
  if (byId || !idOrName.includes('@')) return byId
  return world.store
    .list(users.store)
    .find(({ doc }) => String(doc.userPrincipalName).toLowerCase() === idOrName.toLowerCase())?.doc
}

export function missingObject(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
}

function requireUser(call: Call): Doc {
  const id = String(call.params.id)
  const user = findUser(call.world, id)
  if (!user) throw missingObject(id)
  return user
}

function manager(call: Call): Reply {
  if (seesBasicProfiles(call)) throw denied()
  const [found] = users.navigation.manager?.(call.world, requireUser(call)) ?? []
  if (!found) throw missingObject('manager')
  return replyOne(call, users, found, 'directoryObjects')
}

export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users',
    area: 'users',
    does: 'lists, and finds by `$search`',
    handle: call => {
      requireVisible(call)
      return replyList(call, { kind: users, searches: true }, 'users')
    },
  },
  {
    method: 'GET',
    path: '/users/:id',
    area: 'users',
    handle: call => {
      requireVisible(call)
      return replyOne(call, users, requireUser(call), 'users')
    },
  },
  { method: 'GET', path: '/users/:id/manager', area: 'users', handle: manager },
]
