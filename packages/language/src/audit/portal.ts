import { type Address, type Cloud, segmentsOf, type TenantObject } from '@entitle/graph'

/** Where the admin center of each cloud is. https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure */
const centers: { readonly [cloud in Cloud]: string } = {
  global: 'https://entra.microsoft.com',
  usgov: 'https://entra.microsoft.us',
  'usgov-dod': 'https://entra.microsoft.us',
  china: 'https://entra.microsoftonline.cn',
}

const area = '#view/Microsoft_Azure_ELMAdmin'

/** The page of a catalog, a package or a package's policies in the Microsoft Entra admin center; other objects have none of their own. */
export const portalPage = (
  address: Address,
  objects: ReadonlyMap<Address, TenantObject>,
  cloud: Cloud,
): string | undefined => {
  const upTo = (count: number) =>
    objects.get(
      address
        .split('/')
        .slice(0, count * 2)
        .join('/'),
    )
  const [catalog, element] = [upTo(1), upTo(2)]
  if (catalog?.kind !== 'catalog' || catalog.id === undefined) return undefined
  if (element?.kind !== 'access-package' || element.id === undefined)
    return `${centers[cloud]}/${area}/CatalogBlade/catalogId/${encodeURIComponent(catalog.id)}`
  const page = segmentsOf(address)[2]?.kind === 'assignment-policy' ? 'policies' : 'overview'
  return `${centers[cloud]}/${area}/EntitlementMenuBlade/~/${page}/entitlementId/${encodeURIComponent(element.id)}`
}
