import { addressOf, type TenantObject } from '@entitle/graph'
import { printObjects } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { declarationOf, excerpt } from '../../src/plan/excerpt.ts'
import { alpine, catalog, suppliers } from './make-plan.ts'

const made = (kind: TenantObject['kind'], address: string, name: string, parent: string | undefined, more = {}) => ({
  kind,
  address,
  name,
  ...(parent === undefined ? {} : { parent }),
  properties: { displayName: name, ...more },
})
const shop = made('catalog', catalog, 'Partner collaboration', undefined, { description: 'Ours.' })
const described = (description: string) =>
  made('access-package', alpine, 'Alpine', catalog, { description, isHidden: false })
const policy = made('assignment-policy', suppliers, 'Suppliers', alpine, { description: 'For suppliers.' })
const tenant = (...objects: readonly TenantObject[]) => ({ objects })

describe('declarationOf', () => {
  it('is the object itself where it has a declaration', () => {
    for (const address of [catalog, alpine, suppliers]) expect(declarationOf(address)).toBe(address)
  })

  it('is what an object lies in where it is a sentence there', () => {
    expect(declarationOf(addressOf('resource-role-scope', 'Member of A', alpine))).toBe(alpine)
    expect(declarationOf(addressOf('catalog-role', 'Owner', catalog))).toBe(catalog)
    expect(declarationOf(addressOf('sponsor', 'Anna', 'connected-organization/F'))).toBe('connected-organization/F')
  })

  it('is the address itself where nothing around it has one', () => {
    expect(declarationOf('sponsor/Anna')).toBe('sponsor/Anna')
  })
})

describe('excerpt', () => {
  const { before, after } = excerpt(
    { before: tenant(shop, described('Old.')), after: tenant(shop, described('New.'), policy) },
    alpine,
  )

  it('is one declaration on both sides, in the bare names of what it lies in', () => {
    expect(before.objects.map(({ properties }) => properties)).toEqual([
      { displayName: 'Partner collaboration' },
      described('Old.').properties,
    ])
    expect(after.objects).toHaveLength(3)
  })

  it('reads as the source language', () => {
    expect(printObjects(before)).toContain('description "Old."')
    expect(printObjects(before)).not.toContain('Ours.')
    expect(printObjects(after)).toContain('policy suppliers "Suppliers"')
  })

  it('is empty on the side where the object is not, whatever it lies in', () => {
    const sides = excerpt({ before: tenant(shop), after: tenant(shop, described('New.')) }, alpine)
    expect(sides.before.objects).toEqual([])
    expect(sides.after.objects).toHaveLength(2)
  })

  it('takes the names around what is deleted from before', () => {
    const sides = excerpt({ before: tenant(shop, described('Old.')), after: tenant() }, alpine)
    expect(sides.before.objects.map(({ name }) => name)).toEqual(['Partner collaboration', 'Alpine'])
    expect(sides.after.objects).toEqual([])
  })

  it('is not of what only begins with the same address', () => {
    const north = made('access-package', `${alpine} north`, 'Alpine north', catalog)
    const sides = excerpt({ before: tenant(shop, north), after: tenant(shop, north) }, alpine)
    expect(sides.after.objects).toEqual([])
  })

  it('knows by name what the declaration refers to', () => {
    const fabrikam = { ...made('connected-organization', 'connected-organization/Fabrikam', 'Fabrikam', undefined) }
    const audit = made('access-package', `${catalog}/access-package/Audit`, 'Audit', catalog, {
      description: 'Secret.',
    })
    const open = made('assignment-policy', suppliers, 'Suppliers', alpine, {
      allowedTargetScope: 'specificConnectedOrganizationUsers',
      specificAllowedTargets: [
        {
          '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
          connectedOrganizationId: {
            $ref: 'connected-organization',
            name: 'Fabrikam',
            address: 'connected-organization/Fabrikam',
          },
        },
      ],
    })
    const incompatible = {
      ...made('incompatible-package', `${alpine}/incompatible-package/Audit`, 'Audit', alpine),
      properties: { package: { $ref: 'access-package', name: 'Audit', address: audit.address } },
    } as const
    const all = tenant(fabrikam, shop, described('New.'), audit, open, incompatible)
    const text = printObjects(excerpt({ before: tenant(), after: all }, alpine).after)
    expect(text).toContain('requestable by users from fabrikam')
    expect(text).toContain('package audit "Audit"')
    expect(text).not.toMatch(/Secret|Not said/)
  })
})
