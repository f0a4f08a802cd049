import { groups } from '../directory/groups.ts'
import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { inCatalog } from '../http/catalog-turn.ts'
import { duplicateKey, GraphError, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, required } from '../http/replies.ts'
import type { World } from '../world.ts'
import { accessPackages } from './access-packages.ts'
import { find, type Kind, type Navigate } from './kind.ts'
import { referenceIn } from './references.ts'

const packageLinks = 'incompatiblePackage'
const groupLinks = 'incompatibleGroup'

const key = (from: string, to: string) => `${from}/${to}`

function follow(links: string, kind: () => Kind, end: 'to' | 'from'): Navigate {
  return (world, doc) => {
    const found = world.store.list(links, end === 'to' ? { parent: doc.id } : { other: doc.id })
    return found.flatMap(row => find(world, kind(), String(row.doc[end])) ?? [])
  }
}

/** The packages whose holders can't request this one. The relation holds in one direction only. */
export const incompatiblePackages = (kind: () => Kind) => follow(packageLinks, kind, 'to')
/** The packages that this one's holders can't request. */
export const packagesIncompatibleWith = (kind: () => Kind) => follow(packageLinks, kind, 'from')
export const incompatibleGroups = (kind: () => Kind) => follow(groupLinks, kind, 'to')

/** Takes a package out of every relation, on either side. */
export function forgetIncompatibilities(world: World, packageId: string): void {
  const { store } = world
  for (const end of [{ parent: packageId }, { other: packageId }]) {
    for (const { doc } of store.listLatest(packageLinks, end)) store.remove(packageLinks, doc.id)
  }
  for (const { doc } of store.listLatest(groupLinks, { parent: packageId })) store.remove(groupLinks, doc.id)
}

interface Relation {
  readonly property: string
  readonly links: string
  readonly target: () => Kind
  readonly address: RegExp
}

const relations: readonly Relation[] = [
  {
    property: 'incompatibleAccessPackages',
    links: packageLinks,
    target: () => accessPackages,
    address: /\/identityGovernance\/entitlementManagement\/accessPackages\/([^/]+)$/i,
  },
  { property: 'incompatibleGroups', links: groupLinks, target: () => groups, address: /\/groups\/([^/]+)$/i },
]

/** https://learn.microsoft.com/graph/api/accesspackage-post-incompatibleaccesspackage and -incompatiblegroup */
function add(call: Call, { links, target, address }: Relation): Promise<Reply> {
  const { store } = call.world
  const from = required(call, accessPackages)
  const to = referenceIn(call, address)
  if (to === from.id) throw invalidModel('The model is invalid. An access package can not be incompatible with itself.')
  if (!find(call.world, target(), to))
    throw new GraphError(404, 'ResourceNotFound', `The resource '${to}' was not found.`)
  return inCatalog(call, String(from.$catalog), () => {
    const id = key(from.id, to)
    if (store.latest(links, id)) throw duplicateKey()
    store.put(links, { id, from: from.id, to }, { parent: from.id, other: to })
    return noContent
  })
}

function remove(call: Call, { links }: Relation): Promise<Reply> {
  const { store } = call.world
  const from = required(call, accessPackages)
  const id = key(from.id, String(call.params.target).toLowerCase())
  return inCatalog(call, String(from.$catalog), () => {
    if (!store.latest(links, id)) throw notFound()
    store.remove(links, id)
    return noContent
  })
}

function list(call: Call, property: string, kind: Kind): Reply {
  const found = required(call, accessPackages)
  const docs = accessPackages.navigation[property]?.(call.world, found) ?? []
  return replyList(
    call,
    { kind, docs },
    `identityGovernance/entitlementManagement/accessPackages('${found.id}')/${property}`,
  )
}

const path = `${em}/accessPackages/:id`

export const incompatibilityRoutes: readonly Route[] = [
  ...relations.flatMap((relation): Route[] => [
    {
      method: 'GET',
      path: `${path}/${relation.property}`,
      area: 'entitlement',
      handle: call => list(call, relation.property, relation.target()),
    },
    {
      method: 'POST',
      path: `${path}/${relation.property}/$ref`,
      area: 'entitlement',
      handle: call => add(call, relation),
    },
    {
      method: 'DELETE',
      path: `${path}/${relation.property}/:target/$ref`,
      area: 'entitlement',
      handle: call => remove(call, relation),
    },
  ]),
  {
    method: 'GET',
    path: `${path}/accessPackagesIncompatibleWith`,
    area: 'entitlement',
    handle: call => list(call, 'accessPackagesIncompatibleWith', accessPackages),
  },
]
