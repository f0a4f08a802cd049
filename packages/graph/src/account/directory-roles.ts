/**
 * Directory roles that have a say in entitlement management or in what its catalogs hold. The ids of the templates are the same in every tenant.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const directoryRoles = {
  '62e90394-69f5-4237-9190-012177145e10': 'Global Administrator',
  '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e': 'Identity Governance Administrator',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451': 'Global Reader',
  '5d6b6bb7-de71-4623-b4af-96380a352509': 'Security Reader',
  '194ae4cb-b126-40b2-bd5b-6091b380977d': 'Security Administrator',
  '17315797-102d-40b4-93e0-432062caca18': 'Compliance Administrator',
  'fe930be7-5e62-47db-91af-98c3a49a38b1': 'User Administrator',
  'fdd7a751-b60b-444a-984c-02652fe8fa1c': 'Groups Administrator',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': 'Application Administrator',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'Cloud Application Administrator',
  'f28a1f50-f6e7-4571-818b-6a12f2af6b6c': 'SharePoint Administrator',
  'e8611ab8-c189-46e8-94e1-60213ab1f814': 'Privileged Role Administrator',
  '88d8e3e3-8f55-4a1e-953a-9b9898b8876b': 'Directory Readers',
} as const
type RoleName = (typeof directoryRoles)[keyof typeof directoryRoles]

/** What a token lists for everybody: no role at all. */
const everybody = new Set(['b79fbf4d-3ef9-4689-8143-76b194e85509', '0997a1d0-0d1d-4acb-b408-d5ca73121e90'])

/** The roles that are held, by name, or by id where the table has none. */
export const roleNames = (ids: readonly string[]): readonly string[] =>
  ids
    .filter(id => !everybody.has(id))
    .map(id => (id in directoryRoles ? directoryRoles[id as keyof typeof directoryRoles] : id))

const governors: readonly RoleName[] = ['Global Administrator', 'Identity Governance Administrator']
const readers: readonly RoleName[] = [
  ...governors,
  'Global Reader',
  'Security Reader',
  'Security Administrator',
  'Compliance Administrator',
]
/** What these roles may change of directory objects is nothing. */
const onlyReaders: readonly string[] = ['Global Reader', 'Security Reader', 'Directory Readers']

const oneOf = (names: readonly string[]) => (ids: readonly string[]) =>
  roleNames(ids).some(name => names.includes(name))

/** Who may do everything in entitlement management. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
export const governs = oneOf(governors)
/** Who may read all of it. */
export const readsAll = oneOf(readers)

/** Who may change the members of resources, and so add them to catalogs, without owning them. */
const adders: { readonly [originSystem: string]: (ids: readonly string[]) => boolean } = {
  AadGroup: oneOf([...governors, 'Groups Administrator', 'User Administrator']),
  AadApplication: oneOf([...governors, 'Application Administrator', 'Cloud Application Administrator']),
  SharePointOnline: oneOf(['Global Administrator', 'SharePoint Administrator']),
}

/** Whether directory roles let their holder add a resource that is somebody else's; undefined where other roles than these might. */
export function addsResources(ids: readonly string[], originSystem: string): boolean | undefined {
  if (adders[originSystem]?.(ids) === true) return true
  return roleNames(ids).every(name => onlyReaders.includes(name)) ? false : undefined
}
