import { find, type Kind } from '../entities/kind.ts'
import type { Call, Reply, Route } from '../http/call.ts'
import { badRequest } from '../http/graph-error.ts'
import { replyOne } from '../http/replies.ts'
import { type Doc, isObject } from '../json.ts'
import { present } from '../odata/present.ts'
import type { World } from '../world.ts'
import { groups } from './groups.ts'
import { servicePrincipals } from './service-principals.ts'
import { missingObject, users } from './users.ts'

/** https://learn.microsoft.com/graph/api/resources/directoryobject */
export const directoryObjects: Kind = {
  store: 'directoryObject',
  type: 'directoryObject',
  guids: false,
  navigation: {},
}

/** Asked for when they are needed: these files know one another, and any may be read first. */
const kinds = () => [users, groups, servicePrincipals]

/** A user, group or service principal by object id. */
export function findPrincipal(world: World, id: string): Doc | undefined {
  for (const kind of kinds()) {
    const found = find(world, kind, id.toLowerCase())
    if (found) return found
  }
  return undefined
}

function one(call: Call): Reply {
  const id = String(call.params.id)
  const found = findPrincipal(call.world, id)
  if (!found) throw missingObject(id)
  return replyOne(call, directoryObjects, found, 'directoryObjects')
}

/** https://learn.microsoft.com/graph/api/directoryobject-getbyids: unknown ids are left out without a word. */
function getByIds(call: Call): Reply {
  const ids = isObject(call.body) ? call.body.ids : undefined
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest("The 'ids' parameter must hold at least one id.")
  if (ids.length > 1000) throw badRequest('At most 1000 ids can be asked for at once.')
  const types = isObject(call.body) && Array.isArray(call.body.types) ? call.body.types.map(String) : []
  const found = ids.map(id => findPrincipal(call.world, String(id))).filter(doc => doc !== undefined)
  const wanted = found.filter(
    doc => types.length === 0 || types.includes(String(doc.$type)) || types.includes('directoryObject'),
  )
  const value = wanted.map(doc =>
    present(call.world, 'directoryObject', doc, { expand: [], orderby: [], count: false }),
  )
  return { status: 200, body: { '@odata.context': `${call.origin}/v1.0/$metadata#directoryObjects`, value } }
}

export const directoryObjectRoutes: readonly Route[] = [
  { method: 'POST', path: '/directoryObjects/getByIds', area: 'directory', handle: getByIds },
  { method: 'GET', path: '/directoryObjects/:id', area: 'directory', handle: one },
]
