import type { KindName } from '../model/tenant.ts'

/**
 * Roles of entitlement management, held in a catalog or in all of it. The ids are the same in every tenant.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const emRoles = {
  owner: { id: 'ae79f266-94d4-4dab-b730-feca7e132178', name: 'Catalog owner' },
  reader: { id: '44272f93-9762-48e8-af59-1b5351b1d6b3', name: 'Catalog reader' },
  packages: { id: '7f480852-ebdc-47d4-87de-0d8498384a83', name: 'Access package manager' },
  assignments: { id: 'e2182095-804a-4656-ae11-64734e9b7ae5', name: 'Access package assignment manager' },
  creator: { id: 'ba92d953-d8e0-4e39-a797-0cbedb0a89e8', name: 'Catalog creator' },
  organizations: { id: 'e65cf63f-9cc2-4b48-8871-cb667e9d90fb', name: 'Connected Organization Administrator' },
} as const
type EmRole = keyof typeof emRoles

const inPackages: readonly EmRole[] = ['owner', 'packages']

/** Which roles may write each kind, the least first; nobody but who governs all where there are none. */
const writers: { readonly [kind in KindName]: readonly EmRole[] } = {
  settings: [],
  'connected-organization': ['organizations'],
  sponsor: ['organizations'],
  catalog: ['owner'],
  'catalog-role': ['owner'],
  'catalog-resource': ['owner'],
  'custom-workflow-extension': ['owner'],
  'access-package': inPackages,
  'resource-role-scope': inPackages,
  'assignment-policy': inPackages,
  'incompatible-package': inPackages,
  'incompatible-group': inPackages,
  assignment: ['owner', 'packages', 'assignments'],
  'access-review': [],
}

/** Who may make, change or delete an object of a kind; `creates` a catalog that is not there yet. */
export const rolesThatWrite = (kind: KindName, creates: boolean): readonly EmRole[] =>
  creates ? ['creator'] : writers[kind]

export const emRoleNames = (roles: readonly EmRole[]): readonly string[] => roles.map(role => emRoles[role].name)

/** The name of a role definition, or its id. */
export const emRoleName = (id: string): string =>
  Object.values(emRoles).find(role => role.id === id.toLowerCase())?.name ?? id

export const isBuiltIn = (id: string): boolean => Object.values(emRoles).some(role => role.id === id.toLowerCase())
