import type { JsonObject } from '../model/json.ts'
import { originRef } from './catalog-resources.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { isObject, objectsIn, type Source, textOf } from './source.ts'

/** What a package grants: in the list of packages where Graph expands it there, else with the package alone. */
export async function resourceRoleScopes(from: Source, accessPackage: JsonObject, alone: string): Promise<Reading> {
  const parent = textOf(accessPackage.id)
  if (Array.isArray(accessPackage.resourceRoleScopes)) return found(grantsOf(accessPackage, parent))
  const answer = await from.one(alone)
  if ('failure' in answer)
    return missed(
      { kind: 'resource-role-scope', parent },
      notReadable(`What the access package ${textOf(accessPackage.displayName)} grants`, answer.failure),
    )
  return found(grantsOf(answer.item, parent))
}

const grantsOf = (accessPackage: JsonObject, parent: string): Draft[] =>
  objectsIn(accessPackage.resourceRoleScopes).map(raw => {
    const role = isObject(raw.role) ? raw.role : {}
    const scope = isObject(raw.scope) ? raw.scope : {}
    const originSystem = textOf(scope.originSystem) || textOf(role.originSystem)
    const resource = originRef(originSystem, textOf(scope.originId), undefined)
    return {
      kind: 'resource-role-scope',
      id: textOf(raw.id),
      parent,
      properties: { role: textOf(role.displayName) || textOf(role.originId), originSystem, resource },
      raw: { id: textOf(raw.id), role: textOf(role.originId), scope: textOf(scope.originId), originSystem },
    }
  })
