import { addressOf, type Properties, type TenantObject, type Value } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import type { LiveNode } from '../../src/browse/live-node.ts'
import { assignmentNodes, externalOnly, liveOutline } from '../../src/browse/live-outline.ts'
import { pageOf, portalLink } from '../../src/browse/portal-page.ts'
import type { Standing, Surveyed } from '../../src/browse/survey.ts'

const made = (
  kind: TenantObject['kind'],
  name: string,
  parent?: TenantObject,
  properties: Properties = {},
): TenantObject => ({
  kind,
  name,
  address: addressOf(kind, name, parent?.address),
  ...(parent === undefined ? {} : { parent: parent.address }),
  id: `id of ${name}`,
  properties,
})
const shop = made('catalog', 'Shop')
const tools = made('access-package', 'Tools', shop)
const inside = made('assignment-policy', 'Members', tools, { allowedTargetScope: 'allMemberUsers' })
const outside = made('assignment-policy', 'Partners', tools, {
  allowedTargetScope: 'specificConnectedOrganizationUsers',
})
const resource = made('catalog-resource', 'Engineering', shop)
const quiet = made('access-package', 'Quiet', shop)
const organization = made('connected-organization', 'Fabrikam')
const of = (object: TenantObject, standing: Standing = 'declared'): Surveyed => ({ object, standing })
const survey = {
  objects: [
    of(organization),
    of(shop),
    of(resource),
    of(quiet, 'undeclared'),
    of(tools, 'differs'),
    of(outside),
    of(inside),
  ],
  problems: [],
}
const sketch = (nodes: readonly LiveNode[], indent = ''): string[] =>
  nodes.flatMap(({ label, detail, children }) => [
    `${indent}${label}${detail === undefined ? '' : ` [${detail}]`}`,
    ...sketch(children, `${indent}  `),
  ])

describe('the outline of a live tenant', () => {
  it('nests what the tenant nests, packages first, and says how each stands', () => {
    expect(sketch(liveOutline(survey))).toEqual([
      'catalog Shop',
      '  package Quiet [not declared]',
      '    assignments',
      '  package Tools [differs from your files]',
      '    policy Members',
      '    policy Partners',
      '    assignments',
      '  resource Engineering',
      'organization Fabrikam',
    ])
  })

  it('is empty for an empty tenant', () => {
    expect(liveOutline({ objects: [], problems: [] })).toEqual([])
  })

  it('filters to what lets people from outside in', () => {
    expect(sketch(externalOnly(liveOutline(survey)))).toEqual([
      'catalog Shop',
      '  package Tools [differs from your files]',
      '    policy Partners',
      '    assignments',
      'organization Fabrikam',
    ])
  })

  it('gives every node an id of its own', () => {
    const ids = (nodes: readonly LiveNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)])
    const all = ids(liveOutline(survey))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('assignments', () => {
  const assigned = (name: string, schedule: Value): TenantObject => made('assignment', name, inside, { schedule })

  it('say through which policy and until when somebody has access', () => {
    const nodes = assignmentNodes([
      assigned('pat@fabrikam.com', { expiration: { endDateTime: '2027-06-30T23:59:59Z' } }),
      assigned('anna@contoso.com', { expiration: { type: 'noExpiration', endDateTime: null } }),
      assigned('zoe_fabrikam.com#EXT#@contoso.com', null),
    ])
    expect(sketch(nodes)).toEqual([
      'anna@contoso.com [Members, without an end]',
      'pat@fabrikam.com [Members, until 2027-06-30]',
      'zoe_fabrikam.com#EXT#@contoso.com [Members, without an end]',
    ])
    expect(nodes.map(({ isExternal }) => isExternal)).toEqual([false, false, true])
  })
})

describe('the page of an object in the admin center', () => {
  it('is there for catalogs, packages and policies', () => {
    expect(pageOf(shop, undefined)).toBe('CatalogBlade/catalogId/id%20of%20Shop')
    expect(pageOf(tools, shop)).toBe('EntitlementMenuBlade/~/overview/entitlementId/id%20of%20Tools')
    expect(pageOf(inside, tools)).toBe('EntitlementMenuBlade/~/policies/entitlementId/id%20of%20Tools')
    expect(pageOf(resource, shop)).toBeUndefined()
    const { id: _id, ...unread } = shop
    expect(pageOf(unread, undefined)).toBeUndefined()
  })

  it('is in the cloud of the tenant', () => {
    expect(portalLink('X', 'global')).toBe('https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/X')
    expect(portalLink('X', 'usgov')).toMatch(/^https:\/\/entra\.microsoft\.us\//)
    expect(portalLink('X', 'china')).toMatch(/^https:\/\/entra\.microsoftonline\.cn\//)
  })
})
