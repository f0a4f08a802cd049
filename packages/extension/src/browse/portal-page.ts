import { type Cloud, segmentsOf, type TenantObject } from '@entitle/graph'

const hosts: { readonly [cloud in Cloud]: string } = {
  global: 'entra.microsoft.com',
  usgov: 'entra.microsoft.us',
  'usgov-dod': 'entra.microsoft.us',
  china: 'entra.microsoftonline.cn',
}

/**
 * The path of an object's page in the Entra admin center: a catalog's, a package's, or the list of a package's policies; undefined for what
 * has none. `home` is the package or the catalog that it lies in.
 */
export const pageOf = ({ kind, id, address }: TenantObject, home: TenantObject | undefined): string | undefined => {
  const own = encodeURIComponent(id ?? '')
  const outer = encodeURIComponent(home?.id ?? '')
  if (own === '' || segmentsOf(address).length === 0) return undefined
  if (kind === 'catalog') return `CatalogBlade/catalogId/${own}`
  if (kind === 'access-package') return `EntitlementMenuBlade/~/overview/entitlementId/${own}`
  if (kind === 'assignment-policy' && outer !== '') return `EntitlementMenuBlade/~/policies/entitlementId/${outer}`
  return undefined
}

/** The address of a page, in the cloud of the tenant. */
export const portalLink = (page: string, cloud: Cloud): string =>
  `https://${hosts[cloud]}/#view/Microsoft_Azure_ELMAdmin/${page}`
