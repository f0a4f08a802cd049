import { addressOf, type Tenant, type TenantObject } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { declaredIn, withinCatalogs } from '../../src/commands/within-catalogs.ts'
import { packageAt, planOf, step } from '../plan-samples.ts'

const object = (address: string, properties: TenantObject['properties'] = {}): TenantObject => ({
  kind: address.split('/').at(-2) as TenantObject['kind'],
  address,
  name: address.split('/').at(-1) ?? '',
  properties,
})
const other = addressOf('catalog', 'Logistics')
const desired = {
  objects: [addressOf('catalog', 'Partner collaboration'), packageAt('Alpine'), packageAt('Borealis'), other].map(
    address => object(address),
  ),
} satisfies Tenant
const plan = planOf([step(packageAt('Alpine'), 'update'), step(other, 'update')])

describe('a plan within catalogs', () => {
  it('keeps what lies in them, and counts what there is as declared', () => {
    const within = withinCatalogs(plan, ['partner Collaboration'], desired)
    expect(within.steps.map(({ address }) => address)).toEqual([packageAt('Alpine')])
    expect(within.unchanged).toBe(2)
  })

  it('is all of it without names', () => {
    expect(withinCatalogs(plan, [], desired)).toBe(plan)
  })
})

describe('what is declared in catalogs', () => {
  it('is all of it without names', () => {
    expect(declaredIn([], desired)).toBe(desired)
  })

  it('is what lies in them, whatever the case of the name', () => {
    expect(declaredIn(['partner Collaboration'], desired).objects.map(({ address }) => address)).toEqual([
      'catalog/Partner collaboration',
      packageAt('Alpine'),
      packageAt('Borealis'),
    ])
  })

  it('has with it what it names: organizations without sponsors, and excluded packages with their catalogs', () => {
    const home = 'catalog/Logistics'
    const fabrikam = 'connected-organization/Fabrikam'
    const tracking = `${home}/access-package/Tracking`
    const objects = [
      object('settings/settings'),
      object(fabrikam),
      object(`${fabrikam}/sponsor/internal Desk`),
      object('connected-organization/Litware'),
      object(home),
      object(`${home}/catalog-role/Catalog owner Desk`),
      object(tracking),
      object(`${home}/access-package/Loading`),
      object('catalog/Partners'),
      object('catalog/Partners/access-package/Alpine/assignment-policy/All', {
        specificAllowedTargets: [
          { connectedOrganizationId: { $ref: 'connected-organization', name: 'Fabrikam', address: fabrikam } },
        ],
      }),
      object('catalog/Partners/access-package/Alpine/incompatible-package/Tracking', {
        package: { $ref: 'access-package', name: 'Tracking', address: tracking },
      }),
      object('access-review/Guests'),
    ]
    expect(declaredIn(['Partners'], { objects }).objects.map(({ address }) => address)).toEqual([
      fabrikam,
      home,
      tracking,
      'catalog/Partners',
      'catalog/Partners/access-package/Alpine/assignment-policy/All',
      'catalog/Partners/access-package/Alpine/incompatible-package/Tracking',
    ])
  })

  it('means both of two catalogs that share a name', () => {
    const twins = ['catalog/Alpine (c1)', 'catalog/Alpine (c2)'].map(address => ({
      ...object(address),
      name: 'Alpine',
    }))
    expect(declaredIn(['alpine'], { objects: [...twins, object(other)] }).objects).toEqual(twins)
  })

  it('refuses a name that no declared catalog has, and lists those there are', () => {
    expect(() => declaredIn(['Partners'], desired)).toThrow(
      'No declared catalog is called Partners. Declared are: Partner collaboration, Logistics.',
    )
  })

  it('says so where no catalog is declared', () => {
    expect(() => declaredIn(['Partners'], { objects: [] })).toThrow('the sources declare none')
  })
})
