import type { Program } from '../resolve/program.ts'

/** Directory objects that the sources name, in the form that a sandbox tenant is seeded with. */
export interface DirectorySeed {
  readonly users: readonly { readonly userPrincipalName: string }[]
  readonly groups: readonly { readonly displayName: string }[]
  /** `roles` are display names of app roles that packages grant. */
  readonly apps: readonly { readonly displayName: string; readonly roles: readonly string[] }[]
  readonly sites: readonly { readonly webUrl: string; readonly roles: readonly string[] }[]
}

/** Everything that must exist in a tenant before the program can be deployed to it; each once, by name. */
export const directorySeed = (program: Program): DirectorySeed => {
  const granted = new Map<string, Set<string>>()
  for (const catalog of program.catalogs)
    for (const { grants } of catalog.packages)
      for (const { role, resource } of grants) {
        const key = keyOf(resource.object.kind, resource.object.displayName)
        granted.set(key, (granted.get(key) ?? new Set()).add(role))
      }
  const objects = [
    ...new Map(program.directory.map(object => [keyOf(object.kind, object.displayName), object])).values(),
  ]
  const named = (kind: string) => objects.filter(object => object.kind === kind).map(({ displayName }) => displayName)
  const roles = (kind: string, name: string) => [...(granted.get(keyOf(kind, name)) ?? [])].sort()
  return {
    users: named('user').map(userPrincipalName => ({ userPrincipalName })),
    groups: named('group').map(displayName => ({ displayName })),
    apps: named('servicePrincipal').map(displayName => ({
      displayName,
      roles: roles('servicePrincipal', displayName),
    })),
    sites: named('site').map(webUrl => ({ webUrl, roles: roles('site', webUrl) })),
  }
}

/** Directory names are compared without regard to case. */
const keyOf = (kind: string, name: string): string => `${kind} ${name.toLowerCase()}`
