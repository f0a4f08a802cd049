import type { Properties } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { scopesFor } from '../../src/tenant/scopes.ts'

const tenant = (...objects: Properties[]) => ({
  objects: objects.map((properties, i) => ({
    kind: 'catalog' as const,
    address: `catalog/${i}`,
    name: `${i}`,
    properties,
  })),
})

describe('scopesFor', () => {
  it('asks to read for a plan and to write for a deployment, and for nothing more than that', () => {
    expect(scopesFor(tenant({ displayName: 'a' }), 'read')).toEqual(['EntitlementManagement.Read.All'])
    expect(scopesFor(tenant(), 'write')).toEqual(['EntitlementManagement.ReadWrite.All'])
  })

  it('asks to read only the sorts of directory objects that are named, wherever they are named', () => {
    const user = { $ref: 'user', name: 'anna@contoso.com' } as const
    const site = { $ref: 'site', name: 'https://contoso.sharepoint.com' } as const
    const desired = tenant(
      { deep: [{ stages: [{ approvers: [{ userId: user }] }] }] },
      { resource: site },
      { again: user },
    )
    expect(scopesFor(desired, 'read')).toEqual([
      'EntitlementManagement.Read.All',
      'Sites.Read.All',
      'User.ReadBasic.All',
    ])
  })

  it('asks for reviews only where one is declared', () => {
    const review = { kind: 'access-review' as const, address: 'access-review/r', name: 'r', properties: {} }
    expect(scopesFor({ objects: [review] }, 'read')).toEqual([
      'EntitlementManagement.Read.All',
      'AccessReview.Read.All',
    ])
    expect(scopesFor({ objects: [review] }, 'write')).toEqual([
      'EntitlementManagement.ReadWrite.All',
      'AccessReview.ReadWrite.All',
    ])
  })

  it('asks nothing of the directory for references to declared objects', () => {
    const reference = { $ref: 'access-package', name: 'Alpine', address: 'catalog/a/access-package/Alpine' } as const
    expect(scopesFor(tenant({ package: reference }), 'read')).toEqual(['EntitlementManagement.Read.All'])
  })
})
