import { parsePlan, serializePlan } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

it('holds in a saved plan all that carrying it out needs', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, desired) =>
      inWorld(async world => {
        await world.deploy(before)
        const plan = await world.plan(desired)
        const saved = serializePlan(plan)
        const again = parsePlan(saved)
        if ('error' in again) throw new Error(again.error)
        expect(serializePlan(again.plan)).toBe(saved)
        const outcome = await world.apply(again.plan)
        expect(outcome.status).toBe('done')
        expect((await world.plan(desired)).steps).toEqual([])
      }),
    ),
    { numRuns: 30 },
  )
})

it('says what is wrong with a damaged plan, and never throws', async () => {
  const text = await inWorld(async world =>
    serializePlan(
      await world.plan(fc.sample(arbitraryTenant, { numRuns: 30, seed: 1 }).toSorted(bySize)[0] ?? { objects: [] }),
    ),
  )
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 10 }), (at, length, other) => {
      const damaged = text.slice(0, at) + other + text.slice(at + length)
      const result = parsePlan(damaged)
      if ('error' in result) expect(result.error).toMatch(/\.$/)
      else expect(result.plan.format).toBe('entitle-plan/1')
    }),
    { numRuns: 300 },
  )
})

const bySize = (a: { readonly objects: readonly unknown[] }, b: { readonly objects: readonly unknown[] }) =>
  b.objects.length - a.objects.length
