import type { Doc } from '../json.ts'
import { derivedId } from './derived-id.ts'

/**
 * Ids of the templates of directory roles, the same in every tenant:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const templates: Readonly<Record<string, string>> = {
  'Application Administrator': '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  'Cloud Application Administrator': '158c047a-c907-4556-b7ef-446551a6b5f7',
  'Compliance Administrator': '17315797-102d-40b4-93e0-432062caca18',
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Groups Administrator': 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  'Identity Governance Administrator': '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'Security Reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
  'SharePoint Administrator': 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
}

const templateOf = (role: string): string => templates[role] ?? derivedId('directoryRoleTemplate', role)

export const rolesOf = (doc: Doc | undefined): readonly string[] =>
  Array.isArray(doc?.$directoryRoles) ? doc.$directoryRoles.map(String) : []

/** https://learn.microsoft.com/graph/api/resources/directoryrole */
export const directoryRole = (displayName: string): Doc => ({
  $type: 'directoryRole',
  id: derivedId('directoryRole', displayName),
  deletedDateTime: null,
  description: displayName,
  displayName,
  roleTemplateId: templateOf(displayName),
})

/** What the claim `wids` of a token holds: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export const roleClaim = (doc: Doc | undefined, everybody: string): string[] => [
  ...rolesOf(doc).map(templateOf),
  everybody,
]
