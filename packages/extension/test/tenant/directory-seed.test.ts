import type { KindName, Properties } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { directorySeed } from '../../src/tenant/directory-seed.ts'

const object = (kind: KindName, properties: Properties) => ({ kind, address: kind, name: kind, properties })

describe('directorySeed', () => {
  it('has each named object once, by its sort', () => {
    const group = { $ref: 'group', name: 'Desk' } as const
    const user = { $ref: 'user', name: 'anna@contoso.com' } as const
    const seed = directorySeed({
      objects: [
        object('catalog-role', { role: 'Catalog owner', principal: group }),
        object('assignment-policy', { stages: [{ approvers: [{ groupId: group }, { userId: user }] }] }),
      ],
    })
    expect(seed.groups).toEqual([{ displayName: 'Desk' }])
    expect(seed.users).toEqual([{ userPrincipalName: 'anna@contoso.com' }])
  })

  it('gives applications and sites the roles that packages grant', () => {
    const app = { $ref: 'servicePrincipal', name: 'Salesforce' } as const
    const site = { $ref: 'site', name: 'https://contoso.sharepoint.com/sites/alpine' } as const
    const seed = directorySeed({
      objects: [
        object('resource-role-scope', { role: 'Standard User', resource: app }),
        object('resource-role-scope', { role: 'Admin', resource: app }),
        object('resource-role-scope', { role: 'Standard User', resource: app }),
        object('resource-role-scope', { role: 'Contribute', resource: site }),
      ],
    })
    expect(seed.apps).toEqual([{ displayName: 'Salesforce', roles: ['Standard User', 'Admin'] }])
    expect(seed.sites).toEqual([{ webUrl: site.name, roles: ['Contribute'] }])
  })

  it('keeps pinned ids of groups and leaves out declared objects', () => {
    const seed = directorySeed({
      objects: [
        object('incompatible-group', { group: { $ref: 'group', name: 'Desk', id: '42' } }),
        object('incompatible-package', { package: { $ref: 'access-package', name: 'A', address: 'x' } }),
      ],
    })
    expect(seed).toEqual({ users: [], groups: [{ displayName: 'Desk', id: '42' }], apps: [], sites: [] })
  })
})
