import { addressOf, type Tenant, type TenantObject } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { withinCatalogs } from '../../src/commands/within-catalogs.ts'
import { packageAt, planOf, step } from '../plan-samples.ts'

const object = (address: string): TenantObject => ({
  kind: address.split('/').at(-2) as TenantObject['kind'],
  address,
  name: address,
  properties: {},
})
const other = addressOf('catalog', 'Logistics')
const desired = {
  objects: [addressOf('catalog', 'Partner collaboration'), packageAt('Alpine'), packageAt('Borealis'), other].map(
    object,
  ),
} as unknown as Tenant
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

  it('refuses a name that no declared catalog has, and lists those there are', () => {
    expect(() => withinCatalogs(plan, ['Partners'], desired)).toThrow(
      'No declared catalog is called Partners. Declared are: Partner collaboration, Logistics.',
    )
  })

  it('says so where no catalog is declared', () => {
    expect(() => withinCatalogs(plan, ['Partners'], { ...desired, objects: [] })).toThrow('the sources declare none')
  })
})
