import { type Address, type KindName, segmentsOf } from '@entitle/graph'

const nouns: { readonly [kind in KindName]: string } = {
  settings: 'settings',
  'connected-organization': 'organization',
  sponsor: 'sponsor',
  catalog: 'catalog',
  'catalog-role': 'role',
  'catalog-resource': 'resource',
  'custom-workflow-extension': 'workflow',
  'access-package': 'package',
  'resource-role-scope': 'grant',
  'assignment-policy': 'policy',
  'incompatible-package': 'incompatible package',
  'incompatible-group': 'incompatible group',
  assignment: 'assignment',
  'access-review': 'review',
}

/** The language's noun for a kind of object: `package`, `grant`, `policy`. */
export const objectLabel = (kind: KindName): string => nouns[kind]

/** What people call the object at an address: `package Alpine supplier access`, `grant Contribute in alpine`, `settings`. */
export const label = (address: Address): string => {
  const last = segmentsOf(address).at(-1)
  if (last === undefined) return address
  return last.kind === 'settings' ? nouns.settings : `${nouns[last.kind] ?? last.kind} ${last.name}`
}

/** The whole way to an object: `catalog Partner collaboration › package Alpine › policy Suppliers`. */
export const trail = (address: Address): string =>
  segmentsOf(address)
    .map(({ kind, name }) => (kind === 'settings' ? nouns.settings : `${nouns[kind] ?? kind} ${name}`))
    .join(' › ')
