import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/kinds/digest.ts'
import { identityOf } from '../../src/kinds/identity.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { accessPackage, catalog, declared, grant, group, lived } from '../worlds/tenants.ts'

const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')

describe('identity', () => {
  it('is the same of a declared object and the live one, whatever the case', () => {
    const there = lived(accessPackage(catalog('SHOP'), 'ALPINE'), 'p1')
    expect(identityOf(there)).toBe(identityOf(alpine))
    expect(identityOf(lived(accessPackage(catalog('Other'), 'Alpine'), 'p1'))).not.toBe(identityOf(alpine))
  })

  it('takes another parent address where the parent lives under another name', () => {
    expect(identityOf(alpine, 'catalog/Old shop')).toBe(identityOf(accessPackage(catalog('Old shop'), 'Alpine')))
  })

  it('of a link is what it links', () => {
    expect(identityOf(grant(alpine, 'member', group('As called there', 'G1')))).toBe(
      identityOf(grant(alpine, 'Member', group('Engineering', 'g1'))),
    )
    expect(identityOf(grant(alpine, 'Owner', group('Engineering', 'g1')))).not.toBe(
      identityOf(grant(alpine, 'Member', group('Engineering', 'g1'))),
    )
  })

  it('of an exclusion is the address of the package, which is known before its id', () => {
    const excludes = (id?: string) =>
      declared(
        'incompatible-package',
        'B',
        {
          package: {
            $ref: 'access-package',
            name: 'B',
            address: 'catalog/Shop/access-package/B',
            ...(id === undefined ? {} : { id }),
          },
        },
        alpine,
      )
    expect(identityOf(excludes('p2'))).toBe(identityOf(excludes()))
  })
})

describe('the digest of a live object', () => {
  const digest = (raw: JsonObject) => digestOf({ ...alpine, raw })

  it('does not depend on the order of properties, nor on when it was changed', () => {
    expect(digest({ a: 1, b: { c: 2, d: [3] }, modifiedDateTime: 'x' })).toBe(
      digest({ b: { d: [3], c: 2 }, a: 1, '@odata.etag': 'y' }),
    )
  })

  it('depends on every value, nested ones too', () => {
    expect(digest({ a: { b: [1, 2] } })).not.toBe(digest({ a: { b: [2, 1] } }))
    expect(digest({ a: null })).not.toBe(digest({}))
  })
})
