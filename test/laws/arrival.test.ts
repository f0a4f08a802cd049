import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { arbitraryVersions } from './arbitrary-versions.ts'
import { inWorld } from './in-world.ts'

const summary = (plan: { readonly steps: readonly { readonly id: string; readonly changes: unknown }[] }) =>
  plan.steps.map(({ id, changes }) => ({ id, changes }))

it('has nothing left to do after a deployment', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, async desired =>
      inWorld(async world => {
        await world.deploy(desired)
        expect(summary(await world.plan(desired))).toEqual([])
      }),
    ),
    { numRuns: 60 },
  )
})

it('arrives from any other tenant, too', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, desired) =>
      inWorld(async world => {
        await world.deploy(before)
        await world.deploy(desired)
        expect(summary(await world.plan(desired))).toEqual([])
      }),
    ),
    { numRuns: 40 },
  )
})

it('arrives from another version of the same tenant, in place or, where that cannot be, by making it anew', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitraryVersions, async ([before, desired]) =>
      inWorld(async world => {
        await world.deploy(before)
        const plan = await world.plan(desired)
        for (const { action, kind, reason } of plan.steps) done.add(`${action} ${kind} ${reason}`)
        const outcome = await world.apply(plan)
        expect(outcome.steps.filter(({ failure }) => failure !== undefined)).toEqual([])
        const after = await world.plan(desired)
        expect({
          steps: summary(after),
          unmanaged: after.unmanaged.filter(({ address }) => !isOwner(address)),
        }).toEqual({ steps: [], unmanaged: [] })
      }),
    ),
    { numRuns: 40 },
  )
  expect([...done].sort()).toEqual([
    'create custom-workflow-extension replaced',
    'delete custom-workflow-extension replaced',
    'update assignment-policy differs',
  ])
})

/** Owners of a catalog whose sources name none stay. */
const isOwner = (address: string) => address.includes('/catalog-role/Catalog owner ')

it('leaves nothing undeclared behind where it prunes', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, desired) =>
      inWorld(
        async world => {
          await world.deploy(before)
          const outcome = await world.apply(await world.plan(desired, { prune: true }))
          expect(outcome.steps.filter(({ failure }) => failure !== undefined)).toEqual([])
          const after = await world.plan(desired, { prune: true })
          expect(summary(after)).toEqual([])
          expect(after.unmanaged.filter(({ address }) => !isOwner(address))).toEqual([])
        },
        { creatorBecomesOwner: false },
      ),
    ),
    { numRuns: 40 },
  )
})

it('arrives where the tenant shows late what was written', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, async desired =>
      inWorld(
        async world => {
          await world.deploy(desired)
          expect(summary(await world.plan(desired))).toEqual([])
        },
        { readDelayMs: 20, resourceDelayMs: 30 },
      ),
    ),
    { numRuns: 4 },
  )
})
