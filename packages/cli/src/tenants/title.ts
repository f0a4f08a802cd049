import type { TenantIdentity } from '@entitle/graph'

/** How people know a tenant: by its domain, else its name. */
export const titleOf = ({ domain, displayName, name, id }: TenantIdentity): string =>
  domain ?? ([displayName, name, id].find(known => known !== undefined && known !== '') || 'the tenant')
