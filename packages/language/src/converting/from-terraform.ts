import type { JsonObject } from '@entitle/graph'
import { BlockReader, nameIn } from './block-reader.ts'
import { type GraphDocument, type Loss, NotConvertible } from './graph-document.ts'
import { type HclBlock, parseHcl } from './hcl.ts'
import { policyFromTerraform } from './terraform-policy.ts'

/** Configuration of Terraform's azuread provider: its `azuread_access_package…` resources, and what they name. */
export const fromTerraform = (text: string): GraphDocument => {
  const blocks = parseHcl(text)
  if (!blocks.some(({ type, labels: [sort = ''] }) => type === 'resource' && sort.startsWith('azuread_access_package')))
    throw new NotConvertible('There is no `azuread_access_package…` resource in it.')
  return fromBlocks(blocks)
}

/** The same of blocks that were read. */
export const fromBlocks = (blocks: readonly HclBlock[]): GraphDocument => {
  const losses: Loss[] = []
  const known = new Map(blocks.map(each => [addressOf(each), each]))
  const all = (type: string) => blocks.filter(each => each.type === 'resource' && each.labels[0] === type)
  const reader = (block: HclBlock) => new BlockReader(block, known, losses)
  const catalogs = all('azuread_access_package_catalog').map(block => {
    const from = reader(block)
    return {
      id: addressOf(block),
      displayName: from.text('display_name'),
      description: from.text('description'),
      isExternallyVisible: from.flag('externally_visible', true),
      state: from.flag('published', true) ? 'published' : 'unpublished',
      customWorkflowExtensions: [],
    }
  })
  const packages = all('azuread_access_package').map(block => {
    const from = reader(block)
    return {
      id: addressOf(block),
      displayName: from.text('display_name'),
      description: from.text('description'),
      isHidden: from.flag('hidden', false),
      catalog: { id: from.target('catalog_id') },
    }
  })
  const resources = all('azuread_access_package_resource_catalog_association').map(block => {
    const from = reader(block)
    const originId = from.target('resource_origin_id')
    return {
      id: addressOf(block),
      catalog: from.target('catalog_id'),
      originId,
      originSystem: from.text('resource_origin_system'),
      displayName: from.nameOf(originId),
    }
  })
  const grants = all('azuread_access_package_resource_package_association').map(block => {
    const from = reader(block)
    const link = from.target('catalog_resource_association_id')
    const resource = resources.find(({ id }) => id === link)
    if (resource === undefined)
      from.lose('catalog_resource_association_id', 'it names no resource that is in this text')
    return {
      of: from.target('access_package_id'),
      role: from.text('access_type') || 'Member',
      resource,
      id: addressOf(block),
    }
  })
  const policies = all('azuread_access_package_assignment_policy').map(block =>
    policyFromTerraform(reader(block), addressOf(block)),
  )
  const roles = all('azuread_access_package_catalog_role_assignment').map(block => {
    const from = reader(block)
    return {
      id: addressOf(block),
      roleDefinitionId: from.target('role_id'),
      principalId: from.target('principal_object_id'),
      appScopeId: `/AccessPackageCatalog/${from.target('catalog_id')}`,
    }
  })
  return {
    organizations: [],
    catalogs: elsewhere(
      catalogs,
      packages.map(({ catalog }) => catalog.id),
    ).map(each => ({
      ...each,
      resources: resources
        .filter(({ catalog }) => catalog === each.id)
        .map(({ catalog: _, ...resource }): JsonObject => resource),
    })),
    packages: elsewhere(
      packages,
      policies.map(({ accessPackage }) => (accessPackage as { id: string }).id),
    ).map(each => ({
      catalog: { id: catalogs[0]?.id ?? '' },
      incompatibleAccessPackages: [],
      incompatibleGroups: [],
      ...each,
      resourceRoleScopes: grants.flatMap(({ of, role, resource, id }) =>
        of !== each.id || resource === undefined
          ? []
          : [
              {
                id,
                role: { displayName: role, originId: role },
                scope: { originId: resource.originId, originSystem: resource.originSystem },
              },
            ],
      ),
    })),
    policies,
    roleAssignments: roles.map(each => ({ ...each, principal: principalOf(each.principalId, known) })),
    names: new Map(
      [...known].flatMap(([address, block]) => (isDirectory(block) ? [[address, nameIn(block)] as const] : [])),
    ),
    losses,
  }
}

/** What others lie in and that isn't in the text. */
const elsewhere = <T extends { readonly id: string }>(
  all: readonly T[],
  wanted: readonly string[],
): readonly (T | { readonly id: string; readonly displayName: string; readonly description: string })[] => [
  ...all,
  ...[...new Set(wanted)]
    .filter(id => !all.some(each => each.id === id))
    .map(id => ({ id, displayName: id.split('.').at(-1) ?? id, description: '' })),
]

const addressOf = ({ type, labels: [sort = '', name = ''] }: HclBlock): string =>
  `${type === 'data' ? 'data.' : ''}${sort}.${name}`

const isDirectory = ({ labels: [sort = ''] }: HclBlock): boolean =>
  /^azuread_(?:group|user|service_principal|application)$/.test(sort)

const principalOf = (id: string, known: ReadonlyMap<string, HclBlock>): JsonObject => {
  const block = known.get(id)
  const [sort = ''] = block?.labels ?? []
  const displayName = block === undefined ? id : nameIn(block)
  if (sort === 'azuread_user')
    return { '@odata.type': '#microsoft.graph.user', id, userPrincipalName: displayName, displayName }
  const type = sort === 'azuread_group' ? 'group' : sort === '' ? 'user' : 'servicePrincipal'
  return { '@odata.type': `#microsoft.graph.${type}`, id, displayName, userPrincipalName: displayName }
}
