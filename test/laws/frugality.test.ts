import { addressOf, type Ref, type Tenant, type TenantObject } from '@entitle/graph'
import { expect, it } from 'vitest'
import { inWorld } from './in-world.ts'

const catalog: TenantObject = {
  kind: 'catalog',
  name: 'Shop',
  address: addressOf('catalog', 'Shop'),
  properties: { displayName: 'Shop', description: '', state: 'published', isExternallyVisible: true },
}
const engineering: Ref = { $ref: 'group', name: 'Engineering' }
const inside = (
  kind: TenantObject['kind'],
  name: string,
  properties: TenantObject['properties'],
  parent: TenantObject,
) => ({
  kind,
  name,
  address: addressOf(kind, name, parent.address),
  parent: parent.address,
  properties,
})

/** One catalog with so many packages, each with a grant and a policy. */
const packages = (count: number): Tenant => ({
  objects: [
    catalog,
    inside('catalog-resource', 'Engineering', { originSystem: 'AadGroup', resource: engineering }, catalog),
    ...Array.from({ length: count }, (_, at) => {
      const name = `Package ${at}`
      const self = inside('access-package', name, { displayName: name, description: '', isHidden: false }, catalog)
      const granted = { role: 'Member', originSystem: 'AadGroup', resource: engineering }
      return [
        self,
        inside('resource-role-scope', 'Member of Engineering', granted, self),
        inside(
          'assignment-policy',
          'Staff',
          {
            displayName: 'Staff',
            description: '',
            allowedTargetScope: 'specificDirectoryUsers',
            specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: engineering }],
            expiration: { type: 'noExpiration' },
          },
          self,
        ),
      ]
    }).flat(),
  ],
})

it('plans fifty packages that are as declared in at most ten requests', async () => {
  await inWorld(async world => {
    await world.deploy(packages(50))
    const start = world.sandbox.requests.length
    const { plan, requests } = await world.prepare(packages(50))
    expect(plan.steps).toEqual([])
    expect(plan.unchanged).toBe(152)
    expect(requests).toBeLessThanOrEqual(10)
    expect(world.sandbox.requests.length - start).toBe(requests)
  })
})
