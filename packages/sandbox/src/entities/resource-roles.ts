import { derivedId } from '../directory/derived-id.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { resources } from './catalog-resources.ts'
import { type Kind, toNoted } from './kind.ts'
import { findOrigin, type OfferedRole } from './resource-origins.ts'

/** The id of a role that no access package has used yet. */
export const unusedRoleId = '00000000-0000-0000-0000-000000000000'

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourcerole */
export const resourceRoles: Kind = {
  store: 'resourceRole',
  type: 'accessPackageResourceRole',
  guids: true,
  navigation: { resource: toNoted(() => resources, '$resource') },
}

const keyOf = (resource: Doc, originId: string) => derivedId('role', `${resource.id}:${originId}`)

/** The roles of a catalog's resource. One gets its id when an access package first uses it; until then it is all zeros. */
export function rolesOf(world: World, resource: Doc): Doc[] {
  return offeredRoles(world, resource).map(role => {
    const used = world.store.get(resourceRoles.store, keyOf(resource, role.originId))
    return used ?? describe(resource, role, unusedRoleId)
  })
}

/** The role of this origin id, given its lasting id because an access package takes it into use. */
export function useRole(world: World, resource: Doc, originId: string): Doc | undefined {
  const role = offeredRoles(world, resource).find(offered => offered.originId.toLowerCase() === originId.toLowerCase())
  if (!role) return undefined
  const id = keyOf(resource, role.originId)
  const used = world.store.latest(resourceRoles.store, id)
  if (used) return used
  const doc = describe(resource, role, id)
  world.store.put(resourceRoles.store, doc, { parent: resource.id })
  return doc
}

function describe(resource: Doc, role: OfferedRole, id: string): Doc {
  return {
    id,
    description: role.description,
    displayName: role.displayName,
    originId: role.originId,
    originSystem: String(resource.originSystem),
    type: null,
    $resource: resource.id,
  }
}

function offeredRoles(world: World, resource: Doc): readonly OfferedRole[] {
  return findOrigin(world, String(resource.originSystem), String(resource.originId)).roles
}
