import { type DirectoryKind, isRef, type Tenant, type Value } from '@entitle/graph'

/** The permission to read each sort of directory object; https://learn.microsoft.com/graph/permissions-reference */
const directoryScopes: { readonly [kind in DirectoryKind]: string } = {
  user: 'User.ReadBasic.All',
  group: 'GroupMember.Read.All',
  servicePrincipal: 'Application.Read.All',
  site: 'Sites.Read.All',
}

const isDirectoryKind = (kind: string): kind is DirectoryKind => kind in directoryScopes

const kindsIn = (value: Value): readonly DirectoryKind[] => {
  if (typeof value !== 'object' || value === null) return []
  if (isRef(value)) return isDirectoryKind(value.$ref) ? [value.$ref] : []
  return Object.values(value).flatMap(kindsIn)
}

/** The least permissions that planning (`read`) or deploying (`write`) what is declared takes; without Graph's host. */
export const scopesFor = (desired: Tenant, access: 'read' | 'write'): readonly string[] => {
  const named = new Set(
    desired.objects.flatMap(object => kindsIn(object.properties)).map(kind => directoryScopes[kind]),
  )
  const may = access === 'read' ? 'Read' : 'ReadWrite'
  const reviews = desired.objects.some(({ kind }) => kind === 'access-review') ? [`AccessReview.${may}.All`] : []
  return [`EntitlementManagement.${may}.All`, ...reviews, ...[...named].sort()]
}
