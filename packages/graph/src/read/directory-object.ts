import type { JsonObject } from '../model/json.ts'
import type { Ref } from '../model/tenant.ts'
import { textOf } from './source.ts'

/** What a directory object is called: users by their user principal name, all others by their display name. */
export const principalName = (object: JsonObject): string =>
  textOf(object.userPrincipalName) || textOf(object.displayName) || textOf(object.id)

/** A reference to a user, group or service principal that was read. */
export const principalRef = (object: JsonObject): Ref => {
  const sort = textOf(object['@odata.type']).replace(/^#?microsoft\.graph\./, '')
  const $ref = sort === 'group' || sort === 'servicePrincipal' ? sort : 'user'
  return { $ref, name: principalName(object), id: textOf(object.id) }
}
