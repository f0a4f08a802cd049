import { describe, expect, it } from 'vitest'
import { disorder } from '../../src/apply/order.ts'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { part } from '../../src/plan/part.ts'
import {
  accessPackage,
  catalog,
  grant,
  group,
  lived,
  organization,
  policy,
  resource,
  tenant,
} from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const beta = accessPackage(shop, 'Beta')
const g1 = group('Engineering', 'g1')

const planOf = (objects: readonly TenantObject[], live: readonly TenantObject[] = [], prune = false) => {
  const [desired, there] = [tenant(...objects), tenant(...live)]
  return plan({
    desired,
    live: there,
    matching: match(desired, there),
    identity,
    prune,
    assignments: new Map(live.map(({ address }) => [address, []])),
  })
}
const ids = ({ steps }: ReturnType<typeof planOf>) => steps.map(({ id }) => id)

describe('a part of a plan', () => {
  const whole = planOf([
    organization('Fabrikam', 'fabrikam.com'),
    shop,
    resource(shop, g1),
    alpine,
    grant(alpine, 'Member', g1),
    policy(alpine, 'Staff'),
    beta,
    policy(beta, 'Staff'),
  ])

  it('is what lies in an object, with what that needs elsewhere', () => {
    const { steps } = part(whole, alpine.address)
    expect(steps.map(({ address }) => address)).toEqual([
      shop.address,
      `${shop.address}/catalog-resource/Engineering`,
      alpine.address,
      `${alpine.address}/resource-role-scope/Member of Engineering`,
      `${alpine.address}/assignment-policy/Staff`,
    ])
    expect(disorder(steps)).toBeUndefined()
  })

  it('is all that lies in a catalog, and nothing of what lies beside it', () => {
    const all = ids(whole).filter(id => !id.includes('connected-organization'))
    expect(ids(part(whole, shop.address))).toEqual(all)
  })

  it('is not what only begins with the same name', () => {
    const other = accessPackage(shop, 'Alpine north')
    const made = planOf([alpine, other].toSpliced(0, 0, shop), [lived(shop, 'c1')])
    expect(ids(part(made, alpine.address))).toEqual([`create ${alpine.address}`])
  })

  it('takes deletions along without what they only stand behind', () => {
    const live = [lived(shop, 'c1'), lived(alpine, 'p1'), lived(policy(alpine, 'Old'), 'a1'), lived(beta, 'p2')]
    const made = planOf([shop, alpine, beta, policy(beta, 'New')], live, true)
    const { steps } = part(made, alpine.address)
    expect(steps.map(({ id, after }) => ({ id, after }))).toEqual([
      { id: `delete ${alpine.address}/assignment-policy/Old`, after: [] },
    ])
  })

  it('keeps the findings, and of what is not managed only what lies there', () => {
    const live = [lived(shop, 'c1'), lived(alpine, 'p1'), lived(policy(alpine, 'Old'), 'a1'), lived(beta, 'p2')]
    const made = planOf([shop, alpine], live)
    expect(made.unmanaged).toHaveLength(2)
    expect(part(made, alpine.address)).toMatchObject({
      findings: made.findings,
      unmanaged: [{ address: `${alpine.address}/assignment-policy/Old` }],
    })
  })

  it('is empty where nothing changes', () => {
    expect(part(whole, 'catalog/Other')).toMatchObject({ steps: [], unmanaged: [] })
  })
})
