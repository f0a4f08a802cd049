import { directoryObjects, findPrincipal } from '../directory/directory-objects.ts'
import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { duplicateKey, invalidModel, notFound } from '../http/graph-error.ts'
import { noContent, replyList, required } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { connectedOrganizations } from './connected-organizations.ts'
import { referenceIn } from './references.ts'

type Side = 'internalSponsors' | 'externalSponsors'

const key = (organization: string, side: Side, principal: string) => `${organization}/${side}/${principal}`

/** The users and groups that sponsor a connected organization. */
export function sponsorsOf(world: World, organization: string, side: Side): Doc[] {
  const links = world.store.list('sponsor', { parent: organization }).map(row => row.doc)
  return links.flatMap(link => (link.side === side ? (findPrincipal(world, String(link.principal)) ?? []) : []))
}

function add(call: Call, side: Side): Reply {
  const { world } = call
  const organization = required(call, connectedOrganizations).id
  const principal = referenceIn(call, /\/(?:users|groups|directoryObjects)\/([^/]+)$/i)
  const found = findPrincipal(world, principal)
  if (!found || found.$type === 'servicePrincipal')
    throw invalidModel(`The model is invalid. There is no user or group '${principal}'.`)
  const id = key(organization, side, principal)
  if (world.store.latest('sponsor', id)) throw duplicateKey()
  world.store.put('sponsor', { id, side, principal }, { parent: organization, other: principal })
  return noContent
}

function remove(call: Call, side: Side): Reply {
  const id = key(required(call, connectedOrganizations).id, side, String(call.params.sponsor).toLowerCase())
  if (!call.world.store.latest('sponsor', id)) throw notFound()
  call.world.store.remove('sponsor', id)
  return noContent
}

function list(call: Call, side: Side): Reply {
  const { id } = required(call, connectedOrganizations)
  const docs = sponsorsOf(call.world, id, side)
  return replyList(
    call,
    { kind: directoryObjects, docs },
    `identityGovernance/entitlementManagement/connectedOrganizations('${id}')/${side}`,
  )
}

const routesOf = (side: Side): Route[] => [
  {
    method: 'GET',
    path: `${em}/connectedOrganizations/:id/${side}`,
    area: 'entitlement',
    handle: call => list(call, side),
  },
  {
    method: 'POST',
    path: `${em}/connectedOrganizations/:id/${side}/$ref`,
    area: 'entitlement',
    handle: call => add(call, side),
  },
  {
    method: 'DELETE',
    path: `${em}/connectedOrganizations/:id/${side}/:sponsor/$ref`,
    area: 'entitlement',
    handle: call => remove(call, side),
  },
]

/** https://learn.microsoft.com/graph/api/connectedorganization-post-internalsponsors and its siblings */
export const sponsorRoutes: readonly Route[] = [...routesOf('internalSponsors'), ...routesOf('externalSponsors')]
