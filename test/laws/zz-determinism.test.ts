import { serializePlan } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

it('writes the same bytes for the same inputs, in whatever order they are declared and read', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, fc.integer(), async (before, desired, seed) =>
      inWorld(async world => {
        await world.deploy(before)
        const first = serializePlan(await world.plan(desired, { prune: true }))
        const shuffled = { objects: desired.objects.toSorted(by(seed)) }
        const { scope, ...second } = await world.plan(shuffled, { prune: true })
        const { scope: _scope, ...same } = JSON.parse(first) as { scope: unknown }
        expect(serializePlan(await world.plan(desired, { prune: true }))).toBe(first)
        expect(JSON.parse(JSON.stringify(second))).toEqual(same)
        expect(scope).toBeDefined()
      }),
    ),
    { numRuns: 400 },
  )
})

/** An order that depends on nothing but the seed. */
const by = (seed: number) => (a: { readonly address: string }, b: { readonly address: string }) =>
  scatter(a.address, seed) - scatter(b.address, seed)

const scatter = (text: string, seed: number): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, seed)
