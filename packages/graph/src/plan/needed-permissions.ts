import { type DirectoryKind, isRef, type KindName, type Value } from '../model/tenant.ts'
import type { Plan } from './plan.ts'

/** The least permission to read each sort of directory object. */
const ofDirectory: { readonly [kind in DirectoryKind]: string } = {
  user: 'User.ReadBasic.All',
  group: 'GroupMember.Read.All',
  servicePrincipal: 'Application.Read.All',
  site: 'Sites.Read.All',
}

/** What permissions depend on: the kind of an object, and the directory objects that it refers to. */
interface Touched {
  readonly kind: KindName
  readonly properties: Value
}

/**
 * The least permissions with which a person plans (`read`) or deploys (`write`) these objects, without Graph's host. Role assignments within
 * catalogs belong to entitlement management's own permission; reviews outside packages have one of their own.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export const neededPermissions = (objects: readonly Touched[], access: 'read' | 'write'): readonly string[] => {
  const may = access === 'read' ? 'Read' : 'ReadWrite'
  const named = new Set(objects.flatMap(({ properties }) => kindsIn(properties)).map(kind => ofDirectory[kind]))
  const reviews = objects.some(({ kind }) => kind === 'access-review') ? [`AccessReview.${may}.All`] : []
  return [`EntitlementManagement.${may}.All`, ...reviews, ...[...named].sort()]
}

/** Permissions any one of which is enough to look up names of this kind, the least first; roles are those of applications. */
export const permissionsToName = (kind: DirectoryKind | 'role'): readonly string[] =>
  kind === 'user' ? [ofDirectory.user, 'User.Read.All'] : [ofDirectory[kind === 'role' ? 'servicePrincipal' : kind]]

/** The least permissions with which a person reads all that a tenant may have. */
export const permissionsToSurvey: readonly string[] = [
  'EntitlementManagement.Read.All',
  'AccessReview.Read.All',
  ...Object.values(ofDirectory).sort(),
]

/**
 * The least permissions with which a person audits all that a tenant has; sites are not looked up, and whether an account is enabled and who sponsors it takes
 * more than names.
 */
export const permissionsToAudit: readonly string[] = permissionsToSurvey
  .filter(name => name !== ofDirectory.site)
  .map(name => (name === ofDirectory.user ? 'User.Read.All' : name))

/** The least permissions that carrying out a plan takes: those of its steps. */
export const permissionsOfPlan = ({ steps }: Pick<Plan, 'steps'>): readonly string[] =>
  neededPermissions(
    steps.map(({ kind, changes }) => ({
      kind,
      properties: changes.flatMap(({ before = null, after = null }) => [before, after]),
    })),
    'write',
  )

const isDirectoryKind = (kind: string): kind is DirectoryKind => Object.hasOwn(ofDirectory, kind)

const kindsIn = (value: Value): readonly DirectoryKind[] => {
  if (typeof value !== 'object' || value === null) return []
  if (isRef(value)) return isDirectoryKind(value.$ref) ? [value.$ref] : []
  return Object.values(value).flatMap(kindsIn)
}
