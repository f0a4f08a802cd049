import { describe, expect, it } from 'vitest'
import type { Properties } from '../../src/model/tenant.ts'
import { neededPermissions, permissionsOfPlan, permissionsToName } from '../../src/plan/needed-permissions.ts'
import type { Step } from '../../src/plan/plan.ts'

const tenant = (...objects: Properties[]) =>
  objects.map((properties, i) => ({
    kind: 'catalog' as const,
    address: `catalog/${i}`,
    name: `${i}`,
    properties,
  }))

describe('the permissions that are needed', () => {
  it('asks to read for a plan and to write for a deployment, and for nothing more than that', () => {
    expect(neededPermissions(tenant({ displayName: 'a' }), 'read')).toEqual(['EntitlementManagement.Read.All'])
    expect(neededPermissions(tenant(), 'write')).toEqual(['EntitlementManagement.ReadWrite.All'])
  })

  it('asks to read only the sorts of directory objects that are named, wherever they are named', () => {
    const user = { $ref: 'user', name: 'anna@contoso.com' } as const
    const site = { $ref: 'site', name: 'https://contoso.sharepoint.com' } as const
    const desired = tenant(
      { deep: [{ stages: [{ approvers: [{ userId: user }] }] }] },
      { resource: site },
      { again: user },
    )
    expect(neededPermissions(desired, 'read')).toEqual([
      'EntitlementManagement.Read.All',
      'Sites.Read.All',
      'User.ReadBasic.All',
    ])
  })

  it('asks for reviews only where one is declared', () => {
    const review = { kind: 'access-review' as const, address: 'access-review/r', name: 'r', properties: {} }
    expect(neededPermissions([review], 'read')).toEqual(['EntitlementManagement.Read.All', 'AccessReview.Read.All'])
    expect(neededPermissions([review], 'write')).toEqual([
      'EntitlementManagement.ReadWrite.All',
      'AccessReview.ReadWrite.All',
    ])
  })

  it('asks nothing of the directory for references to declared objects', () => {
    const reference = { $ref: 'access-package', name: 'Alpine', address: 'catalog/a/access-package/Alpine' } as const
    expect(neededPermissions(tenant({ package: reference }), 'read')).toEqual(['EntitlementManagement.Read.All'])
  })

  it('asks for what the steps of a saved plan take, and no more', () => {
    const step = (kind: Step['kind'], changes: Step['changes']) => ({ kind, changes }) as Step
    const group = { $ref: 'group', name: 'Desk' } as const
    expect(permissionsOfPlan({ steps: [] })).toEqual(['EntitlementManagement.ReadWrite.All'])
    expect(
      permissionsOfPlan({
        steps: [step('catalog', []), step('access-review', [{ path: 'reviewers', before: [group], after: null }])],
      }),
    ).toEqual(['EntitlementManagement.ReadWrite.All', 'AccessReview.ReadWrite.All', 'GroupMember.Read.All'])
  })

  it('asks for names of one kind at a time, the least first; roles are those of applications', () => {
    expect(permissionsToName('user')).toEqual(['User.ReadBasic.All', 'User.Read.All'])
    expect(permissionsToName('group')).toEqual(['GroupMember.Read.All'])
    expect(permissionsToName('role')).toEqual(permissionsToName('servicePrincipal'))
    expect(permissionsToName('site')).toEqual(['Sites.Read.All'])
  })
})
