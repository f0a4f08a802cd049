import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { outlook } from '../../src/plan/outlook.ts'
import { accessPackage, catalog, lived, policy, tenant } from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')

const outlookOf = (objects: readonly TenantObject[], live: readonly TenantObject[], prune = false) => {
  const [desired, there] = [tenant(...objects), tenant(...live)]
  const matching = match(desired, there)
  const { steps } = plan({
    desired,
    live: there,
    matching,
    identity,
    prune,
    assignments: new Map(live.map(({ address }) => [address, []])),
  })
  return outlook(there, steps, matching.addresses)
}
const addresses = ({ objects }: { readonly objects: readonly TenantObject[] }) => objects.map(({ address }) => address)

describe('the outlook of a plan', () => {
  it('is the same before and after where nothing is to be done', () => {
    const { before, after } = outlookOf([shop, alpine], [lived(shop, 'c1'), lived(alpine, 'p1')])
    expect(after).toEqual(before)
  })

  it('leaves out what was read only to be written back', () => {
    const { before } = outlookOf([shop], [lived(shop, 'c1')])
    expect(before.objects[0]?.raw).toEqual({})
  })

  it('has what will be made only after', () => {
    const { before, after } = outlookOf([shop, alpine, policy(alpine, 'Staff')], [lived(shop, 'c1')])
    expect(addresses(before)).toEqual([shop.address])
    expect(addresses(after)).toEqual([shop.address, alpine.address, `${alpine.address}/assignment-policy/Staff`])
    expect(after.objects[1]).toMatchObject({ parent: shop.address, name: 'Alpine', properties: { isHidden: false } })
  })

  it('changes only what is declared, however deep it lies', () => {
    const there = policy(alpine, 'Staff', { expiration: { type: 'afterDuration', duration: 'P14D' } })
    const declared = policy(alpine, 'Staff', {
      expiration: { type: 'afterDuration', duration: 'P90D' },
      requestorSettings: { enableTargetsToSelfAddAccess: false },
    })
    const { before, after } = outlookOf(
      [shop, alpine, declared],
      [lived(shop, 'c1'), lived(alpine, 'p1'), lived(there, 'a1')],
    )
    expect(before.objects[2]?.properties).toEqual(there.properties)
    expect(after.objects[2]?.properties).toEqual({
      ...there.properties,
      expiration: { type: 'afterDuration', duration: 'P90D' },
      requestorSettings: { enableTargetsToSelfAddAccess: false, enableTargetsToSelfUpdateAccess: false },
    })
  })

  it('leaves out after what is deleted, with all that is inside', () => {
    const beta = accessPackage(shop, 'Beta')
    const live = [lived(shop, 'c1'), lived(beta, 'p2'), lived(policy(beta, 'Old'), 'a2')]
    const { before, after } = outlookOf([shop], live, true)
    expect(before.objects).toHaveLength(3)
    expect(addresses(after)).toEqual([shop.address])
  })

  it('calls what lives under a former name by its declared one, with all that is inside', () => {
    const former = catalog('Old shop')
    const inside = accessPackage(former, 'Alpine')
    const { before, after } = outlookOf(
      [{ ...shop, formerly: ['Old shop'] }, alpine],
      [lived(former, 'c1'), lived(inside, 'p1')],
    )
    expect(addresses(before)).toEqual([shop.address, alpine.address])
    expect(before.objects[0]?.properties.displayName).toBe('Old shop')
    expect(after.objects[0]?.properties.displayName).toBe('Shop')
    expect(after.objects[1]?.parent).toBe(shop.address)
  })
})
