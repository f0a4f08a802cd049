import type { TenantObject } from '@entitle/graph'
import { addressOf } from '@entitle/graph'
import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { packageAround } from '../../src/plan/package-around.ts'

const source = `group team "Team"
catalog shop "Shop" {
  resources team
  package till "Till" {
    grants "Member" of team
    policy staff "Staff" {
      requestable by any member
    }
  }

  package stock "Stock" {
    grants "Member" of team
  }
}
package yard "Yard" in shop {
  grants "Member" of team
}
`
const { desired } = await openWorkspace({
  files: { '/shop.entitle': source, '/other.entitle': '' },
  today: '2026-11-23',
})
const { objects } = (await desired('')).tenant
const uri = objects.find(({ kind }) => kind === 'catalog')?.origin?.range.uri ?? ''

describe('the package around a place', () => {
  it.each([
    [3, 'Till'],
    [6, 'Till'],
    [8, 'Till'],
    [10, 'Stock'],
    [14, 'Yard'],
    [16, 'Yard'],
  ])('in line %i is %s', (line, name) => {
    expect(packageAround(objects, { uri, line })?.name).toBe(name)
  })

  it.each([0, 2, 9, 13])('there is none in line %i', line => {
    expect(packageAround(objects, { uri, line })).toBeUndefined()
  })

  it('is none of another file, and none whose place nobody knows', () => {
    expect(packageAround(objects, { uri: uri.replace('shop', 'other'), line: 6 })).toBeUndefined()
    const nowhere: TenantObject = {
      kind: 'access-package',
      address: addressOf('access-package', 'P'),
      name: 'P',
      properties: {},
    }
    expect(packageAround([nowhere], { uri, line: 0 })).toBeUndefined()
  })
})
