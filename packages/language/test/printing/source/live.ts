import { addressOf, type JsonObject, type Properties, type Ref, type Tenant, type TenantObject } from '@entitle/graph'

/** References and objects as reading a tenant gives them. */
export const user = (name: string, id = `id of ${name}`): Ref => ({ $ref: 'user', name, id })
export const group = (name: string, id = `id of ${name}`): Ref => ({ $ref: 'group', name, id })

export const live = (
  kind: TenantObject['kind'],
  name: string,
  properties: Properties,
  parent?: TenantObject,
  more: { readonly id?: string; readonly raw?: JsonObject; readonly address?: string } = {},
): TenantObject => ({
  kind,
  address: addressOf(kind, name, parent?.address),
  ...(parent === undefined ? {} : { parent: parent.address }),
  name,
  id: `id of ${name}`,
  properties,
  raw: {},
  ...more,
})

export const catalog = live('catalog', 'Partners', {
  displayName: 'Partners',
  description: '',
  state: 'published',
  isExternallyVisible: false,
})
export const accessPackage = live(
  'access-package',
  'Alpine',
  { displayName: 'Alpine', description: '', isHidden: false },
  catalog,
)

/** What a policy says that lets every member request, without approval, for ever. */
export const open: Properties = {
  displayName: 'Staff',
  description: '',
  allowedTargetScope: 'allMemberUsers',
  specificAllowedTargets: [],
  expiration: { type: 'noExpiration', duration: null, endDateTime: null },
  requestorSettings: {
    enableTargetsToSelfAddAccess: true,
    enableTargetsToSelfUpdateAccess: false,
    onBehalfRequestors: [],
  },
  requestApprovalSettings: {
    isApprovalRequiredForAdd: false,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    stages: [],
  },
  reviewSettings: null,
}

export const policy = (properties: Properties, raw: JsonObject = {}): TenantObject =>
  live('assignment-policy', 'Staff', { ...open, ...properties }, accessPackage, { raw })

export const tenantOf = (...objects: readonly TenantObject[]): Tenant => ({ objects })
