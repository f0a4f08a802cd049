import {
  addressOf,
  type KindName,
  type Properties,
  type Ref,
  type Tenant,
  type TenantObject,
} from '../../src/model/tenant.ts'

/** A declared object, on line `line` of one source file. */
export const declared = (
  kind: KindName,
  name: string,
  properties: Properties,
  parent?: TenantObject,
  line = 1,
): TenantObject => ({
  kind,
  name,
  address: addressOf(kind, name, parent?.address),
  ...(parent === undefined ? {} : { parent: parent.address }),
  properties,
  origin: { range: { uri: 'file:///w/a.entitle', start: { line, character: 0 }, end: { line, character: 9 } } },
})

/** The same as it would be read, under the id. */
export const lived = (object: TenantObject, id: string): TenantObject => {
  const { origin: _origin, formerly: _formerly, defaults: _defaults, ...rest } = object
  return { ...rest, id, raw: { id, ...(rest.properties as { [key: string]: string }) } }
}

export const tenant = (...objects: readonly TenantObject[]): Tenant => ({ objects })

export const user = (name: string, id?: string): Ref => ({ $ref: 'user', name, ...(id === undefined ? {} : { id }) })
export const group = (name: string, id?: string): Ref => ({ $ref: 'group', name, ...(id === undefined ? {} : { id }) })

export const catalog = (name: string, more: Properties = {}) =>
  declared('catalog', name, {
    displayName: name,
    description: '',
    state: 'published',
    isExternallyVisible: true,
    ...more,
  })
export const accessPackage = (parent: TenantObject, name: string, more: Properties = {}) =>
  declared('access-package', name, { displayName: name, description: '', isHidden: false, ...more }, parent)
export const policy = (parent: TenantObject, name: string, more: Properties = {}) =>
  declared(
    'assignment-policy',
    name,
    {
      displayName: name,
      description: '',
      allowedTargetScope: 'allMemberUsers',
      specificAllowedTargets: [],
      expiration: { type: 'noExpiration' },
      requestorSettings: { enableTargetsToSelfAddAccess: true, enableTargetsToSelfUpdateAccess: false },
      requestApprovalSettings: {
        isApprovalRequiredForAdd: false,
        isApprovalRequiredForUpdate: false,
        isRequestorJustificationRequired: false,
        stages: [],
      },
      reviewSettings: null,
      ...more,
    },
    parent,
  )
export const resource = (parent: TenantObject, of: Ref) =>
  declared('catalog-resource', of.name, { originSystem: 'AadGroup', resource: of }, parent)
export const grant = (parent: TenantObject, role: string, of: Ref) =>
  declared('resource-role-scope', `${role} of ${of.name}`, { role, originSystem: 'AadGroup', resource: of }, parent)
export const role = (parent: TenantObject, name: string, principal: Ref) =>
  declared('catalog-role', `${name} ${principal.name}`, { role: name, principal }, parent)
export const organization = (name: string, ...domains: readonly string[]) =>
  declared('connected-organization', name, {
    displayName: name,
    description: '',
    state: 'configured',
    identitySources: domains.map(domainName => ({
      '@odata.type': '#microsoft.graph.domainIdentitySource',
      domainName,
    })),
  })

/** A workflow that is called by events of requests or of assignments. */
export const workflow = (parent: TenantObject, name: string, of: 'Request' | 'Assignment', app = 'order-badge') => ({
  ...declared(
    'custom-workflow-extension',
    name,
    {
      '@odata.type': `#microsoft.graph.accessPackageAssignment${of === 'Request' ? 'Request' : ''}WorkflowExtension`,
      displayName: name,
      description: '',
      endpointConfiguration: {
        '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
        subscriptionId: '38ab2ccc-3747-4567-b36b-9478f5602f0d',
        resourceGroupName: 'rg-governance',
        logicAppWorkflowName: app,
      },
    },
    parent,
  ),
  defaults: { authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' } },
})
