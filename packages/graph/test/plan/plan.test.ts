import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import { addressOf, type TenantObject } from '../../src/model/tenant.ts'
import { lossOf } from '../../src/plan/losses.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { parsePlan } from '../../src/plan/parse-plan.ts'
import { serializePlan } from '../../src/plan/serialize-plan.ts'
import type { Held } from '../../src/read/assignments.ts'
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

/** That many people with access through the package's policy Staff. */
const people = (held: TenantObject, count: number): readonly TenantObject[] =>
  Array.from({ length: count }, (_, at) => {
    const name = `p${String(at + 1).padStart(2, '0')}@x.test`
    const parent = `${held.address}/assignment-policy/Staff`
    const properties = { target: user(name, `u${at + 1}`) }
    return {
      kind: 'assignment',
      address: addressOf('assignment', name, parent),
      parent,
      name,
      id: `a${at + 1}`,
      properties,
    }
  })

const planOf = (
  objects: readonly TenantObject[],
  live: readonly TenantObject[] = [],
  more: { prune?: boolean; assignments?: Held; endAssignments?: boolean } = {},
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
      assignments: new Map([[alpine.address, []]]),
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
        [alpine.address, []],
        [`${beta.address}/assignment-policy/Old`, []],
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
        [alpine.address, people(alpine, 3)],
        [beta.address, people(beta, 12)],
      ]),
    })
    expect(made.steps).toEqual([])
    expect(made.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'live-assignments',
        'error',
        'The package Alpine is not declared, but 3 people have access through it, so it is not deleted without --end-assignments: p01@x.test, p02@x.test, p03@x.test.',
      ],
      [
        'live-assignments',
        'error',
        'The package Beta is not declared, but 12 people have access through it, so it is not deleted without --end-assignments: p01@x.test, p02@x.test, p03@x.test, p04@x.test, p05@x.test, p06@x.test, p07@x.test, p08@x.test, p09@x.test, p10@x.test and 2 more.',
      ],
    ])
  })

  it('ends the assignments of what it deletes first, where that is asked for', () => {
    const made = planOf([shop], [liveShop, liveAlpine], {
      prune: true,
      endAssignments: true,
      assignments: new Map([[alpine.address, people(alpine, 2)]]),
    })
    const endings = ['p01@x.test', 'p02@x.test'].map(
      name => `delete ${alpine.address}/assignment-policy/Staff/assignment/${name}`,
    )
    expect(made.findings).toEqual([])
    expect(made.steps.map(({ id, after }) => [id, after])).toEqual([
      ...endings.map(id => [id, []]),
      [`delete ${alpine.address}`, endings],
    ])
    expect(made.steps[0]).toMatchObject({
      reason: 'ended',
      risk: 'may-end-access',
      guard: { expect: 'present', id: 'a1' },
      request: { method: 'POST', body: { requestType: 'adminRemove', assignment: { id: 'a1' } } },
      settle: { until: 'unlisted' },
    })
    expect(made.scope.assignments).toEqual([{ package: { names: [], id: liveAlpine.id }, targets: ['u1', 'u2'] }])
    expect(lossOf(made)).toEqual({ people: 2, first: ['p01@x.test', 'p02@x.test'] })
    expect(lossOf(made, beta.address).people).toBe(0)
    expect(parsePlan(serializePlan(made))).toEqual({ plan: JSON.parse(serializePlan(made)) })
  })

  it('counts namesakes apart, and a person with two assignments once', () => {
    const [one, two] = people(alpine, 2)
    if (one === undefined || two === undefined) throw new Error('Nobody has access.')
    const held = [one, { ...two, name: one.name }, { ...one, id: 'a9' }]
    const made = planOf([shop], [liveShop, liveAlpine], { prune: true, assignments: new Map([[alpine.address, held]]) })
    expect(made.findings[0]?.message).toContain('2 people have access')
  })

  it('refuses to end what it could not look at again', () => {
    const made = planOf([shop], [liveShop, liveAlpine], {
      prune: true,
      endAssignments: true,
      assignments: new Map([[alpine.address, people(alpine, 1).map(each => ({ ...each, properties: {} }))]]),
    })
    expect(made.steps).toEqual([])
    expect(made.findings[0]?.help).toContain('not in the directory')
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
      { prune: true, assignments: new Map([[alpine.address, []]]) },
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
