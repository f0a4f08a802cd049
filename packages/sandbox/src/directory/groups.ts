import { find, type Kind } from '../entities/kind.ts'
import type { Call, Route } from '../http/call.ts'
import { replyList, replyOne } from '../http/replies.ts'
import { missingObject } from './users.ts'

/** https://learn.microsoft.com/graph/api/resources/group */
export const groups: Kind = {
  store: 'group',
  type: 'group',
  guids: false,
  navigation: { members: () => [], memberOf: () => [], owners: () => [] },
}

function one(call: Call) {
  const id = String(call.params.id)
  const group = find(call.world, groups, id.toLowerCase())
  if (!group) throw missingObject(id)
  return replyOne(call, groups, group, 'groups')
}

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: '/groups', area: 'groups', handle: call => replyList(call, { kind: groups }, 'groups') },
  { method: 'GET', path: '/groups/:id', area: 'groups', handle: one },
]
