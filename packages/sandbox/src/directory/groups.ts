import { find, type Kind } from '../entities/kind.ts'
import type { Call, Route } from '../http/call.ts'
import { replyList, replyOne } from '../http/replies.ts'
import { missingObject, toUsers, users } from './users.ts'

/** https://learn.microsoft.com/graph/api/resources/group */
export const groups: Kind = {
  store: 'group',
  type: 'group',
  guids: false,
  navigation: {
    members: toUsers('$members'),
    memberOf: () => [],
    owners: toUsers('$owners'),
    transitiveMembers: toUsers('$members'),
  },
}

function people(call: Call, navigation: 'members' | 'owners' | 'transitiveMembers') {
  const group = find(call.world, groups, String(call.params.id).toLowerCase())
  if (!group) throw missingObject(String(call.params.id))
  const docs = groups.navigation[navigation]?.(call.world, group) ?? []
  return replyList(call, { kind: users, docs }, 'directoryObjects')
}

function one(call: Call) {
  const id = String(call.params.id)
  const group = find(call.world, groups, id.toLowerCase())
  if (!group) throw missingObject(id)
  return replyOne(call, groups, group, 'groups')
}

export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/groups',
    area: 'groups',
    does: 'lists, and finds by `$search`',
    handle: call => replyList(call, { kind: groups, searches: true }, 'groups'),
  },
  { method: 'GET', path: '/groups/:id', area: 'groups', handle: one },
  ...(['members', 'owners', 'transitiveMembers'] as const).map(
    (name): Route => ({
      method: 'GET',
      path: `/groups/:id/${name}`,
      area: 'groups',
      handle: call => people(call, name),
    }),
  ),
]
