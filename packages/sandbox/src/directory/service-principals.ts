import { find, type Kind } from '../entities/kind.ts'
import type { Call, Route } from '../http/call.ts'
import { replyList, replyOne } from '../http/replies.ts'
import { missingObject } from './users.ts'

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipals: Kind = {
  store: 'servicePrincipal',
  type: 'servicePrincipal',
  guids: false,
  navigation: { owners: () => [] },
}

function one(call: Call) {
  const id = String(call.params.id)
  const app = find(call.world, servicePrincipals, id.toLowerCase())
  if (!app) throw missingObject(id)
  return replyOne(call, servicePrincipals, app, 'servicePrincipals')
}

export const servicePrincipalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/servicePrincipals',
    area: 'apps',
    does: 'lists, and finds by `$search`',
    handle: call => replyList(call, { kind: servicePrincipals, searches: true }, 'servicePrincipals'),
  },
  { method: 'GET', path: '/servicePrincipals/:id', area: 'apps', handle: one },
]
