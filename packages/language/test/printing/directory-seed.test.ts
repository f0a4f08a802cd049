import type { Tenant, TenantObject } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { directorySeed } from '../../src/printing/directory-seed.ts'

const object = (kind: TenantObject['kind'], properties: TenantObject['properties']): TenantObject => ({
  kind,
  address: `${kind}/x`,
  name: 'x',
  properties,
})
const tenant = (...objects: TenantObject[]): Tenant => ({ objects })

describe('the directory that a rehearsal needs', () => {
  it('has every object that is named, once, however deep it stands', () => {
    const anna = { $ref: 'user', name: 'anna@contoso.com' } as const
    const seed = directorySeed(
      tenant(
        object('catalog-role', { role: 'Catalog owner', principal: { $ref: 'group', name: 'Desk', id: 'g1' } }),
        object('assignment-policy', {
          requestApprovalSettings: { stages: [{ primaryApprovers: [{ userId: anna }], fallback: [{ userId: anna }] }] },
        }),
      ),
    )
    expect(seed).toEqual({
      users: [{ userPrincipalName: 'anna@contoso.com' }],
      groups: [{ displayName: 'Desk', id: 'g1' }],
      apps: [],
      sites: [],
    })
  })

  it('gives apps and sites the roles that packages grant', () => {
    const app = { $ref: 'servicePrincipal', name: 'Salesforce' } as const
    const site = { $ref: 'site', name: 'https://contoso.sharepoint.com/sites/a' } as const
    const seed = directorySeed(
      tenant(
        object('resource-role-scope', { role: 'Standard User', resource: app, originSystem: 'AadApplication' }),
        object('resource-role-scope', { role: 'Admin', resource: app, originSystem: 'AadApplication' }),
        object('resource-role-scope', { role: 'Admin', resource: app, originSystem: 'AadApplication' }),
        object('catalog-resource', { resource: site, originSystem: 'SharePointOnline' }),
      ),
    )
    expect(seed.apps).toEqual([{ displayName: 'Salesforce', roles: ['Standard User', 'Admin'] }])
    expect(seed.sites).toEqual([{ webUrl: 'https://contoso.sharepoint.com/sites/a' }])
  })

  it('makes guests of people from declared organizations', () => {
    const seed = directorySeed(
      tenant(
        object('connected-organization', { identitySources: [{ '@odata.type': 'x', domainName: 'Fabrikam.com' }] }),
        object('sponsor', { relation: 'external', principal: { $ref: 'user', name: 'pm@fabrikam.com' } }),
      ),
    )
    expect(seed.users).toEqual([{ userPrincipalName: 'pm@fabrikam.com', userType: 'Guest' }])
  })
})
