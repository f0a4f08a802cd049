import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { serializePlan } from '../../src/plan/serialize-plan.ts'
import {
  accessPackage,
  catalog,
  declared,
  grant,
  group,
  lived,
  organization,
  policy,
  resource,
  role,
  tenant,
  user,
} from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const beta = accessPackage(shop, 'Beta')
const [liveShop, liveAlpine, liveBeta] = [lived(shop, 'c1'), lived(alpine, 'p1'), lived(beta, 'p2')]
const g1 = group('Engineering', 'g1')

const planOf = (
  objects: readonly TenantObject[],
  live: readonly TenantObject[] = [],
  more: { prune?: boolean; assignments?: ReadonlyMap<string, number> } = {},
) => {
  const [desired, there] = [tenant(...objects), tenant(...live)]
  return plan({ desired, live: there, matching: match(desired, there), identity, assignments: new Map(), ...more })
}

describe('a plan', () => {
  it('is empty where the tenant is as declared, and counts what is', () => {
    expect(planOf([shop, alpine], [liveShop, liveAlpine])).toMatchObject({
      steps: [],
      unmanaged: [],
      unchanged: 2,
      findings: [],
      ids: {},
    })
  })

  it('says which tenant, and how much of it to read again', () => {
    const made = planOf([{ ...shop, formerly: ['Old'], id: 'c1' }, organization('F', 'f.com')], [liveShop])
    expect(made.tenant).toEqual(identity)
    expect(made.scope).toEqual({
      settings: false,
      organizations: [{ names: ['F'] }],
      catalogs: [{ names: ['Shop', 'Old'], id: 'c1' }],
    })
  })

  it('makes parents and what is referred to first, by kind and address', () => {
    const fabrikam = organization('Fabrikam', 'f.com')
    const objects = [
      policy(alpine, 'B'),
      policy(alpine, 'A'),
      grant(alpine, 'Member', g1),
      beta,
      alpine,
      resource(shop, g1),
      role(shop, 'Catalog owner', user('a', 'u1')),
      shop,
      fabrikam,
    ]
    expect(planOf(objects).steps.map(({ id }) => id)).toEqual([
      'create connected-organization/Fabrikam',
      'create catalog/Shop',
      'create catalog/Shop/catalog-role/Catalog owner a',
      'create catalog/Shop/catalog-resource/Engineering',
      'create catalog/Shop/access-package/Alpine',
      'create catalog/Shop/access-package/Beta',
      'create catalog/Shop/access-package/Alpine/resource-role-scope/Member of Engineering',
      'create catalog/Shop/access-package/Alpine/assignment-policy/A',
      'create catalog/Shop/access-package/Alpine/assignment-policy/B',
    ])
  })

  it('puts the writes of a catalog into one lane, also those to a renamed one', () => {
    const renamed = { ...catalog('New shop'), formerly: ['Shop'] }
    const made = planOf([renamed, accessPackage(renamed, 'Gamma')], [liveShop, liveAlpine], {
      prune: true,
      assignments: new Map([[alpine.address, 0]]),
    })
    expect(made.steps.map(({ id, lane, reason }) => [id, lane, reason])).toEqual([
      ['update catalog/New shop', 'catalog/New shop', 'renamed'],
      ['create catalog/New shop/access-package/Gamma', 'catalog/New shop', 'declared'],
      ['delete catalog/Shop/access-package/Alpine', 'catalog/New shop', 'pruned'],
    ])
    expect(made.steps[1]?.guard).toEqual({ expect: 'absent', identity: 'catalog/shop access-package: gamma' })
  })

  it('deletes nothing unless it is told to', () => {
    const made = planOf([shop], [liveShop, liveAlpine, lived(role(shop, 'Catalog reader', user('a', 'u1')), 'r1')])
    expect(made.steps).toEqual([])
    expect(made.unmanaged).toEqual([
      { kind: 'access-package', address: alpine.address, id: 'p1' },
      { kind: 'catalog-role', address: 'catalog/Shop/catalog-role/Catalog reader a', id: 'r1' },
    ])
  })

  it('deletes last, in the reverse order, and only after what uses it', () => {
    const live = [
      liveShop,
      lived(role(shop, 'Catalog reader', user('a', 'u1')), 'r1'),
      lived(resource(shop, g1), 'x1'),
      liveAlpine,
      liveBeta,
      lived(grant(beta, 'Member', g1), 'gr1'),
      lived(policy(beta, 'Old'), 'a1'),
    ]
    const made = planOf([shop, beta, policy(beta, 'New')], live, {
      prune: true,
      assignments: new Map([
        [alpine.address, 0],
        [`${beta.address}/assignment-policy/Old`, 0],
      ]),
    })
    expect(made.steps.map(({ id, after }) => [id, after])).toEqual([
      ['create catalog/Shop/access-package/Beta/assignment-policy/New', []],
      [
        'delete catalog/Shop/access-package/Beta/assignment-policy/Old',
        ['create catalog/Shop/access-package/Beta/assignment-policy/New'],
      ],
      ['delete catalog/Shop/access-package/Beta/resource-role-scope/Member of Engineering', []],
      ['delete catalog/Shop/access-package/Alpine', []],
      [
        'delete catalog/Shop/catalog-resource/Engineering',
        [
          'delete catalog/Shop/access-package/Alpine',
          'delete catalog/Shop/access-package/Beta/resource-role-scope/Member of Engineering',
        ],
      ],
      ['delete catalog/Shop/catalog-role/Catalog reader a', []],
    ])
    expect(made.unmanaged).toEqual([])
  })

  it('never deletes what people have access through', () => {
    const made = planOf([shop], [liveShop, liveAlpine, liveBeta], {
      prune: true,
      assignments: new Map([
        [alpine.address, 3],
        [beta.address, 1],
      ]),
    })
    expect(made.steps).toEqual([])
    expect(made.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'live-assignments',
        'error',
        'The package Alpine is not declared, but 3 people have access through it, so it is not deleted.',
      ],
      [
        'live-assignments',
        'error',
        'The package Beta is not declared, but 1 person has access through it, so it is not deleted.',
      ],
    ])
  })

  it('deletes no package of which it does not know who has access', () => {
    const made = planOf([shop], [liveShop, liveAlpine], { prune: true })
    expect(made.steps).toEqual([])
    expect(made.unmanaged).toHaveLength(1)
  })

  it('keeps the owners of a catalog whose sources name none', () => {
    const creator = lived(role(shop, 'Catalog owner', user('me', 'u9')), 'r9')
    expect(planOf([shop], [liveShop, creator], { prune: true }).steps).toEqual([])
    const declaredOwner = role(shop, 'Catalog owner', user('a', 'u1'))
    expect(
      planOf([shop, declaredOwner], [liveShop, creator], { prune: true }).steps.map(({ action }) => action),
    ).toEqual(['create', 'delete'])
  })

  it('says so where a package grants what its catalog does not hold', () => {
    const made = planOf([shop, alpine, grant(alpine, 'Member', g1)], [liveShop, liveAlpine])
    expect(made.steps).toEqual([])
    expect(made.findings).toMatchObject([
      { rule: 'resource-not-in-catalog', severity: 'error', place: { kind: 'source' } },
    ])
  })

  it('guards what it changes by what was read, less when that was changed', () => {
    const digest = (raw: TenantObject['raw']) => {
      const live = {
        ...lived(accessPackage(shop, 'Alpine', { description: 'Old' }), 'p1'),
        ...(raw === undefined ? {} : { raw }),
      }
      return planOf([shop, alpine], [liveShop, live]).steps[0]?.guard
    }
    const first = digest({ id: 'p1', description: 'Old', modifiedDateTime: '2026-01-01T00:00:00Z', '@odata.etag': 'a' })
    expect(first).toMatchObject({ expect: 'unchanged', id: 'p1', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(digest({ description: 'Old', id: 'p1', modifiedDateTime: '2027-01-01T00:00:00Z' })).toEqual(first)
    expect(digest({ id: 'p1', description: 'Older' })).not.toEqual(first)
  })

  it('says what a step risks and how it is undone', () => {
    const made = planOf(
      [shop, beta, policy(beta, 'All'), policy(beta, 'None', { allowedTargetScope: 'notSpecified' })],
      [liveShop, liveAlpine],
      { prune: true, assignments: new Map([[alpine.address, 0]]) },
    )
    expect(made.steps.map(({ address, risk, undo }) => [address.split('/').at(-1), risk, undo.possible])).toEqual([
      ['Beta', 'none', true],
      ['All', 'may-grant-access', true],
      ['None', 'none', true],
      ['Alpine', 'may-end-access', false],
    ])
  })

  it('refers to objects of the plan where Graph of another cloud would', () => {
    const desired = tenant(shop, alpine, declared('incompatible-group', 'Engineering', { group: g1 }, alpine))
    const live = tenant(liveShop, liveAlpine)
    const made = plan({ desired, live, matching: match(desired, live), identity: { ...identity, cloud: 'usgov' } })
    expect(made.steps[0]?.request.body).toEqual({ '@odata.id': 'https://graph.microsoft.us/v1.0/groups/g1' })
  })

  it('is the same bytes whatever the order of declarations', () => {
    const objects = [shop, resource(shop, g1), alpine, grant(alpine, 'Member', g1), grant(alpine, 'Owner', g1), beta]
    const text = serializePlan({ ...planOf(objects), scope: { settings: false, organizations: 'none', catalogs: [] } })
    expect(
      serializePlan({
        ...planOf(objects.toReversed()),
        scope: { settings: false, organizations: 'none', catalogs: [] },
      }),
    ).toBe(text)
    expect(text.endsWith('}\n')).toBe(true)
  })
})
