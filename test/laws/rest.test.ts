import { diff, match, read, scopeOf } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

it('gives no change when a live tenant is compared with itself', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, async desired =>
      inWorld(async world => {
        await world.deploy(desired)
        const { tenant, findings } = await read(sandboxTransport(world.sandbox), scopeOf(desired))
        expect(findings).toEqual([])
        const matching = match({ objects: tenant.objects.map(({ id: _id, ...object }) => object) }, tenant)
        expect(matching.missing).toEqual([])
        expect(matching.unmanaged).toEqual([])
        expect(matching.findings).toEqual([])
        expect(diff(matching)).toEqual([])
      }),
    ),
    { numRuns: 25 },
  )
})

it('gives no change when a declared tenant is compared with itself', () => {
  fc.assert(
    fc.property(arbitraryTenant, desired => {
      const named = {
        objects: desired.objects.map((object, place) => ({ ...object, id: `id-${place}` })),
      }
      const matching = match({ objects: named.objects.map(({ id: _id, ...object }) => object) }, named, [])
      expect(diff(matching)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
