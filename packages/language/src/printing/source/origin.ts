import { isRef, type Ref, type TenantObject } from '@entitle/graph'

const origins: { readonly [kind: string]: string } = {
  group: 'AadGroup',
  servicePrincipal: 'AadApplication',
  site: 'SharePointOnline',
}

/** The group, app or site that a catalog's resource or a package's grant means; undefined for one of a system without words. */
export const originOf = ({ properties: { originSystem, resource } }: TenantObject): Ref | undefined =>
  isRef(resource) && origins[resource.$ref] === originSystem ? resource : undefined
