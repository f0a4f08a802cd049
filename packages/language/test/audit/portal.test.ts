import { expect, it } from 'vitest'
import { portalPage } from '../../src/audit/portal.ts'
import { accessPackage, catalog, group, live, policy } from '../printing/source/live.ts'

const organization = live('connected-organization', 'Fabrikam', {})
const role = live('catalog-role', 'Catalog owner Desk', { principal: group('Desk') }, catalog)
const staff = policy({})
const objects = new Map([catalog, accessPackage, staff, organization, role].map(each => [each.address, each]))
const page = (address: string) => portalPage(address, objects, 'global')
const area = '#view/Microsoft_Azure_ELMAdmin'

it('leads to catalogs, packages and the policies of packages', () => {
  expect(page(catalog.address)).toBe(`https://entra.microsoft.com/${area}/CatalogBlade/catalogId/id%20of%20Partners`)
  expect(page(accessPackage.address)).toBe(
    `https://entra.microsoft.com/${area}/EntitlementMenuBlade/~/overview/entitlementId/id%20of%20Alpine`,
  )
  expect(page(staff.address)).toBe(
    `https://entra.microsoft.com/${area}/EntitlementMenuBlade/~/policies/entitlementId/id%20of%20Alpine`,
  )
  expect(page(role.address)).toBe(page(catalog.address))
})

it('leads nowhere for what has no page, and for what isn’t there', () => {
  expect(page(organization.address)).toBeUndefined()
  expect(page('settings/settings')).toBeUndefined()
  expect(page('')).toBeUndefined()
  expect(page('catalog/Nowhere')).toBeUndefined()
})

it('leads to the admin center of the cloud', () => {
  expect(portalPage(catalog.address, objects, 'usgov')).toMatch(/^https:\/\/entra\.microsoft\.us\/#/)
  expect(portalPage(catalog.address, objects, 'usgov-dod')).toMatch(/^https:\/\/entra\.microsoft\.us\/#/)
  expect(portalPage(catalog.address, objects, 'china')).toMatch(/^https:\/\/entra\.microsoftonline\.cn\/#/)
})

it('keeps an id from leading elsewhere', () => {
  const odd = { ...catalog, id: '../#x?/' }
  expect(portalPage(odd.address, new Map([[odd.address, odd]]), 'global')).toMatch(/catalogId\/\.\.%2F%23x%3F%2F$/)
})
