import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { accessPackage, catalog, lived, policy, tenant, workflow } from '../worlds/tenants.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const badge = workflow(shop, 'Badge', 'Request')
const list = `${em}/catalogs/c1/customWorkflowExtensions`
const signIn = { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' }

const planned = (objects: readonly TenantObject[], live: readonly TenantObject[], prune = false) => {
  const [desired, there] = [tenant(shop, ...objects), tenant(lived(shop, 'c1'), ...live)]
  return plan({ desired, live: there, matching: match(desired, there), identity, prune, assignments: new Map() })
}

describe('a workflow', () => {
  it('is made with the way to sign in to it, and found by its name and type', () => {
    const { steps } = planned([badge], [])
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({
      id: `create ${badge.address}`,
      risk: 'none',
      request: { method: 'POST', path: list, body: { ...badge.properties, authenticationConfiguration: signIn } },
      settle: { until: 'readable', probe: { path: `${list}/{id}` } },
      lookup: {
        probe: { path: list },
        where: [
          { path: 'displayName', equals: 'Badge' },
          { path: '@odata.type', equals: badge.properties['@odata.type'] },
        ],
      },
    })
  })

  it('is replaced by PUT with everything that was read', () => {
    const raw = {
      ...(badge.properties as { [name: string]: string }),
      id: 'e1',
      '@odata.etag': 'W/1',
      authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdTokenAuthentication', resourceId: 'r' },
      clientConfiguration: { maximumRetries: 1 },
      surprise: { kept: true },
    }
    const live = { ...lived(badge, 'e1'), raw }
    const wanted = workflow(shop, 'Badge', 'Request', 'other-app')
    const [step] = planned([wanted], [live]).steps
    const { id: _id, '@odata.etag': _etag, ...kept } = raw
    expect(step).toMatchObject({ risk: 'may-change-access', request: { method: 'PUT', path: `${list}/e1` } })
    expect(step?.request.body).toEqual({ ...kept, ...(wanted.properties as object) })
    expect(step?.changes.map(({ path }) => path)).toEqual(['endpointConfiguration'])
  })

  it('is the same whatever the case of what Azure calls its app', () => {
    const live = workflow(shop, 'Badge', 'Request', 'ORDER-BADGE')
    expect(planned([workflow(shop, 'Badge', 'Request', 'order-badge')], [lived(live, 'e1')]).steps).toEqual([])
  })

  const calling = (extension: TenantObject, id?: string) =>
    policy(alpine, 'Staff', {
      customExtensionStageSettings: [
        {
          stage: 'assignmentRequestCreated',
          customExtension: {
            '@odata.type': extension.properties['@odata.type'] ?? null,
            id: {
              $ref: 'custom-workflow-extension',
              name: extension.name,
              address: extension.address,
              ...(id === undefined ? {} : { id }),
            },
          },
        },
      ],
    })

  it('of another type is made anew, and the former one goes once nothing calls it', () => {
    const other = workflow(shop, 'Badge', 'Assignment')
    const silent = policy(alpine, 'Staff', { customExtensionStageSettings: [] })
    const live = [lived(badge, 'e1'), lived(alpine, 'p1'), lived(calling(badge, 'e1'), 'a1')]
    const { steps, unmanaged, findings } = planned([other, alpine, silent], live)
    expect(findings).toEqual([])
    expect(unmanaged).toEqual([])
    expect(steps.map(({ id, reason, after, risk }) => ({ id, reason, after, risk }))).toEqual([
      { id: `create ${other.address}`, reason: 'replaced', after: [], risk: 'none' },
      { id: `update ${silent.address}`, reason: 'differs', after: [], risk: 'may-change-access' },
      {
        id: `delete ${other.address}`,
        reason: 'replaced',
        after: [`create ${other.address}`, `update ${silent.address}`],
        risk: 'none',
      },
    ])
    expect(steps[2]?.request).toEqual({ method: 'DELETE', path: `${list}/e1` })
    expect(steps[2]?.undo.possible).toBe(true)
  })

  it('stays where a policy goes on calling it of which the sources say nothing', () => {
    const other = workflow(shop, 'Badge', 'Assignment')
    const live = [lived(badge, 'e1'), lived(alpine, 'p1'), lived(calling(badge, 'e1'), 'a1')]
    const { steps, unmanaged } = planned([other, alpine], live)
    expect(steps.map(({ id }) => id)).toEqual([`create ${other.address}`])
    expect(unmanaged.map(({ id }) => id)).toEqual(['e1', 'a1'])
  })

  it('that nothing declares goes with pruning only, behind the policies that call it', () => {
    const live = [lived(badge, 'e1'), lived(alpine, 'p1'), lived(calling(badge, 'e1'), 'a1')]
    expect(planned([alpine], live).steps).toEqual([])
    const prune = plan({
      desired: tenant(shop, alpine),
      live: tenant(lived(shop, 'c1'), ...live),
      matching: match(tenant(shop, alpine), tenant(lived(shop, 'c1'), ...live)),
      identity,
      prune: true,
      assignments: new Map([[`${alpine.address}/assignment-policy/Staff`, []]]),
    })
    expect(prune.steps.map(({ id, reason, after }) => [id, reason, after])).toEqual([
      [`delete ${alpine.address}/assignment-policy/Staff`, 'pruned', []],
      [`delete ${badge.address}`, 'pruned', [`delete ${alpine.address}/assignment-policy/Staff`]],
    ])
  })
})
