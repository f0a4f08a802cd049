import { describe, expect, it } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { accessPackage, catalog, lived } from '../worlds/tenants.ts'

const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine', { description: 'New' })

describe('diff', () => {
  it('gives no change for what is as declared', () => {
    expect(diff({ pairs: [{ desired: alpine, live: lived(alpine, 'p1'), renamed: false }], missing: [] })).toEqual([])
  })

  it('creates what is missing, with everything that is declared', () => {
    expect(diff({ pairs: [], missing: [alpine] })).toEqual([
      {
        action: 'create',
        reason: 'declared',
        object: alpine,
        changes: [
          { path: 'displayName', after: 'Alpine' },
          { path: 'description', after: 'New' },
          { path: 'isHidden', after: false },
        ],
      },
    ])
  })

  it('changes what differs, only in what differs', () => {
    const live = lived(accessPackage(shop, 'Alpine', { description: 'Old', isHidden: null }), 'p1')
    expect(diff({ pairs: [{ desired: alpine, live, renamed: false }], missing: [] })).toEqual([
      {
        action: 'update',
        reason: 'differs',
        object: alpine,
        live,
        changes: [{ path: 'description', before: 'Old', after: 'New' }],
      },
    ])
  })

  it('says where the reason is a new name', () => {
    const live = lived(accessPackage(shop, 'Old name', { description: 'New' }), 'p1')
    expect(diff({ pairs: [{ desired: alpine, live, renamed: true }], missing: [] })).toMatchObject([
      { reason: 'renamed', changes: [{ path: 'displayName', before: 'Old name', after: 'Alpine' }] },
    ])
  })

  it('changes a name that differs in case only', () => {
    const live = lived(accessPackage(shop, 'ALPINE', { description: 'New' }), 'p1')
    expect(diff({ pairs: [{ desired: alpine, live, renamed: false }], missing: [] })).toMatchObject([
      { reason: 'differs' },
    ])
  })
})
