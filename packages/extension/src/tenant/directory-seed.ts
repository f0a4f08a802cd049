import { isRef, type Ref, type Tenant, type Value } from '@entitle/graph'
import type { DirectorySeed } from '@entitle/sandbox'

const refsIn = (value: Value): readonly Ref[] => {
  if (typeof value !== 'object' || value === null) return []
  return isRef(value) ? [value] : Object.values(value).flatMap(refsIn)
}

const byName = (refs: readonly Ref[]): readonly Ref[] => [...new Map(refs.map(ref => [ref.name, ref])).values()]

/** The roles of every application and site that packages grant, by the resource's name. */
const grantedRoles = (desired: Tenant): ReadonlyMap<string, readonly string[]> => {
  const roles = new Map<string, readonly string[]>()
  for (const { kind, properties } of desired.objects) {
    const { role, resource } = properties
    if (kind !== 'resource-role-scope' || typeof role !== 'string' || !isRef(resource)) continue
    roles.set(resource.name, [...new Set([...(roles.get(resource.name) ?? []), role])])
  }
  return roles
}

/** Whoever and whatever the declared objects refer to in the directory, so that a sandbox tenant has them. */
export const directorySeed = (desired: Tenant): DirectorySeed => {
  const refs = desired.objects.flatMap(object => refsIn(object.properties))
  const of = (kind: Ref['$ref']) => byName(refs.filter(ref => ref.$ref === kind))
  const roles = grantedRoles(desired)
  const withRoles = (name: string) => (roles.has(name) ? { roles: roles.get(name) ?? [] } : {})
  return {
    users: of('user').map(({ name }) => ({ userPrincipalName: name })),
    groups: of('group').map(({ name, id }) => ({ displayName: name, ...(id === undefined ? {} : { id }) })),
    apps: of('servicePrincipal').map(({ name }) => ({ displayName: name, ...withRoles(name) })),
    sites: of('site').map(({ name }) => ({ webUrl: name, ...withRoles(name) })),
  }
}
