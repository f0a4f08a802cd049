import { type DirectoryKind, isRef, type Ref, type Tenant, type Value } from '@entitle/graph'

/** Directory objects that the sources name, in the form that a sandbox tenant is seeded with. */
export interface DirectorySeed {
  readonly users: { userPrincipalName: string; userType?: 'Guest' }[]
  readonly groups: { displayName: string; id?: string }[]
  /** `roles` are display names of the roles that packages grant. */
  readonly apps: { displayName: string; roles?: string[] }[]
  readonly sites: { webUrl: string; roles?: string[] }[]
}

/** The directory objects that a desired tenant names, for a sandbox to have them: with the roles that grants name. */
export const directorySeed = (desired: Tenant): DirectorySeed => {
  const refs = desired.objects.flatMap(object => refsIn(object.properties))
  const roles = grantedRoles(desired)
  return {
    users: named(refs, 'user').map(({ name }) => ({ userPrincipalName: name, ...guest(name, desired) })),
    groups: named(refs, 'group').map(({ name, id }) => ({ displayName: name, ...(id === undefined ? {} : { id }) })),
    apps: named(refs, 'servicePrincipal').map(({ name }) => ({ displayName: name, roles: roles(name) })),
    sites: named(refs, 'site').map(({ name }) => ({
      webUrl: name,
      ...(roles(name).length === 0 ? {} : { roles: roles(name) }),
    })),
  }
}

const refsIn = (value: Value): readonly Ref[] => {
  if (typeof value !== 'object' || value === null) return []
  return isRef(value) ? [value] : Object.values(value).flatMap(refsIn)
}

/** References to directory objects of one kind, each object once. */
const named = (refs: readonly Ref[], kind: DirectoryKind): readonly Ref[] => {
  const found = new Map<string, Ref>()
  for (const ref of refs) if (ref.$ref === kind && ref.name !== '') found.set(ref.name.toLowerCase(), ref)
  return [...found.values()]
}

const grantedRoles = (desired: Tenant) => {
  const grants = desired.objects.flatMap(({ kind, properties: { role, resource } }) =>
    kind === 'resource-role-scope' && typeof role === 'string' && isRef(resource) ? [{ role, resource }] : [],
  )
  return (name: string): string[] => [
    ...new Set(grants.filter(({ resource }) => resource.name === name).map(({ role }) => role)),
  ]
}

/** A user whose address is of a declared organization's domain is a guest. */
const guest = (userPrincipalName: string, desired: Tenant): { readonly userType?: 'Guest' } => {
  const domain = userPrincipalName.split('@')[1]?.toLowerCase()
  const domains = desired.objects.flatMap(({ kind, properties: { identitySources } }) =>
    kind === 'connected-organization' && Array.isArray(identitySources) ? identitySources.map(domainOf) : [],
  )
  return domain !== undefined && domains.includes(domain) ? { userType: 'Guest' } : {}
}

const domainOf = (source: Value): string | undefined => {
  if (typeof source !== 'object' || source === null || !('domainName' in source)) return undefined
  return typeof source.domainName === 'string' ? source.domainName.toLowerCase() : undefined
}
