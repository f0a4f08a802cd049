import { findPrincipal } from '../directory/directory-objects.ts'
import { invalidModel } from '../http/graph-error.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { kindOfSubject } from './targets.ts'

interface Reference {
  readonly property: string
  readonly names: string
  readonly exists: (world: World, id: string) => boolean
}

const inDirectory = (type: string) => (world: World, id: string) => findPrincipal(world, id)?.$type === type

const references: Readonly<Record<string, Reference>> = {
  singleUser: { property: 'userId', names: 'user', exists: inDirectory('user') },
  groupMembers: { property: 'groupId', names: 'group', exists: inDirectory('group') },
  singleServicePrincipal: {
    property: 'servicePrincipalId',
    names: 'service principal',
    exists: inDirectory('servicePrincipal'),
  },
  connectedOrganizationMembers: {
    property: 'connectedOrganizationId',
    names: 'connected organization',
    exists: (world, id) => world.store.get('connectedOrganization', id) !== undefined,
  },
}

/** Whoever a policy names, anywhere in it, must be there. */
export function checkReferences(world: World, value: Json | undefined): void {
  if (Array.isArray(value)) for (const item of value) checkReferences(world, item)
  if (!isObject(value)) return
  if (typeof value['@odata.type'] === 'string') checkSubject(world, value)
  for (const member of Object.values(value)) checkReferences(world, member)
}

function checkSubject(world: World, subject: JsonObject): void {
  const reference = references[kindOfSubject(subject)]
  if (!reference) return
  const id = String(subject[reference.property] ?? '')
  if (!id) throw invalidModel(`The model is invalid. The ${reference.property} field is required.`)
  if (!reference.exists(world, id.toLowerCase()))
    throw invalidModel(`The model is invalid. The ${reference.names} '${id}' does not exist.`)
}
