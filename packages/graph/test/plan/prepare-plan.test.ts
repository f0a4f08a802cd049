import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/plan/prepare-plan.ts'
import { TransportError } from '../../src/ports/ports.ts'
import { type Answers, answering, list } from '../worlds/answering.ts'
import { accessPackage, catalog, grant, group, policy, resource, tenant } from '../worlds/tenants.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const desired = tenant(
  shop,
  resource(shop, group('Engineering')),
  alpine,
  grant(alpine, 'Member', group('Engineering')),
  policy(alpine, 'All'),
)

const groups = "/groups?$filter=displayName in ('Engineering')&$select=id,displayName"
const packages = `${em}/accessPackages?$filter=catalog/id eq 'c1'&$expand=resourceRoleScopes($expand=role,scope)`
const policies = `${em}/assignmentPolicies?$expand=accessPackage,questions,customExtensionStageSettings($expand=customExtension)&$top=100`
const world: Answers = {
  [groups]: list({ id: 'g1', displayName: 'Engineering' }),
  [`${em}/catalogs?$filter=tolower(displayName) eq 'shop'`]: list({
    id: 'c1',
    ...(shop.properties as { displayName: string }),
  }),
  "/roleManagement/entitlementManagement/roleAssignments?$filter=appScopeId eq '/AccessPackageCatalog/c1'&$expand=principal":
    list(),
  [`${em}/catalogs/c1/resources`]: list({
    id: 'x1',
    displayName: 'Engineering',
    originId: 'g1',
    originSystem: 'AadGroup',
  }),
  [`${em}/catalogs/c1/customWorkflowExtensions`]: list(),
  [packages]: list({ id: 'p2', displayName: 'Beta', resourceRoleScopes: [] }),
  [policies]: list(),
  [`${em}/accessPackages/p2/incompatibleAccessPackages`]: list(),
  [`${em}/accessPackages/p2/incompatibleGroups`]: list(),
}
const prepare = (answers: Answers, prune = false) =>
  preparePlan({ transport: answering(answers), desired, identity, options: { prune } })

describe('preparing a plan', () => {
  it('looks up, reads, compares and plans', async () => {
    const { plan, requests, objects } = await prepare(world)
    expect(plan.findings).toEqual([])
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'create catalog/Shop/access-package/Alpine',
      'create catalog/Shop/access-package/Alpine/resource-role-scope/Member of Engineering',
      'create catalog/Shop/access-package/Alpine/assignment-policy/All',
    ])
    expect([requests, objects, plan.unchanged]).toEqual([3, 3, 2])
  })

  it('plans nothing below what can not be read', async () => {
    const { plan } = await prepare({ ...world, [packages]: { $status: 403 } })
    expect(plan.findings.map(({ rule }) => rule)).toEqual(['not-readable'])
    expect(plan.steps).toEqual([])
    expect(plan.unmanaged).toEqual([])
  })

  it('plans nothing that needs what the directory does not have', async () => {
    const { plan } = await prepare({ ...world, [groups]: list() })
    expect(plan.findings.map(({ rule }) => rule)).toEqual(['not-in-directory'])
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['access-package', 'assignment-policy'])
    expect(plan.unmanaged.map(({ kind }) => kind)).toEqual(['access-package'])
  })

  it('asks who has access before it deletes', async () => {
    const assignments = `${em}/assignments?$filter=accessPackage/id eq 'p2'&$expand=target,assignmentPolicy`
    const held = await prepare(
      {
        ...world,
        [assignments]: list(
          { id: '1', state: 'delivered' },
          { id: '2', state: 'Expired' },
          { id: '3', state: 'delivering' },
        ),
      },
      true,
    )
    expect(held.plan.findings).toMatchObject([{ rule: 'live-assignments' }])
    expect(held.plan.findings[0]?.message).toContain('2 people have access')
    const free = await prepare({ ...world, [assignments]: list({ id: '2', state: 'expired' }) }, true)
    expect(free.plan.steps.at(-1)?.id).toBe('delete catalog/Shop/access-package/Beta')
    const unknown = await prepare({ ...world, [assignments]: { $status: 403 } }, true)
    expect(unknown.plan.findings).toMatchObject([{ rule: 'not-readable' }])
    expect(unknown.plan.steps.some(({ action }) => action === 'delete')).toBe(false)
  })

  it('lets the loss of the connection through', async () => {
    const transport = { send: async () => Promise.reject(new TransportError('cut')) }
    await expect(preparePlan({ transport, desired, identity })).rejects.toThrow(TransportError)
  })
})
