import { diff, isRef, match, read, scopeOf, type TenantObject, type Value } from '@entitle/graph'
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

/** A declared object as a tenant would show it: with ids, its own and those of what it names. */
const asRead = (object: TenantObject, ids: ReadonlyMap<string, string>): TenantObject => {
  const named = (value: Value): Value => {
    if (isRef(value)) return { ...value, id: ids.get(value.address ?? '') ?? `id of ${value.name}` }
    if (Array.isArray(value)) return (value as readonly Value[]).map(named)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]))
  }
  const properties = named(object.properties as Value) as TenantObject['properties']
  return { ...object, id: ids.get(object.address) ?? '', properties }
}

it('gives no change when a declared tenant is compared with itself', () => {
  fc.assert(
    fc.property(arbitraryTenant, desired => {
      const ids = new Map(desired.objects.map(({ address }, place) => [address, `id-${place}`]))
      const live = { objects: desired.objects.map(object => asRead(object, ids)) }
      const matching = match({ objects: live.objects.map(({ id: _id, ...object }) => object) }, live)
      expect(matching.missing).toEqual([])
      expect(diff(matching)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
