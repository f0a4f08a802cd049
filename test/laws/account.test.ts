import { reasons, risks } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

it('accounts for every step: its reason, its source or live object, its risk, and how to undo it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, desired) =>
      inWorld(async world => {
        await world.deploy(before)
        const plan = await world.plan(desired, { prune: true })
        const ids = new Set(plan.steps.map(({ id }) => id))
        expect(ids.size).toBe(plan.steps.length)
        for (const [place, step] of plan.steps.entries()) {
          expect(Object.keys(reasons)).toContain(step.reason)
          expect(Object.keys(risks)).toContain(step.risk)
          expect(step.undo.how).toMatch(/^[A-Z].*\.$/)
          expect(step.changes.length).toBeGreaterThan(0)
          expect(step.origin !== undefined || step.liveId !== undefined).toBe(true)
          expect(step.id.endsWith(step.address)).toBe(true)
          if (step.action === 'create') expect(step.lookup).toBeDefined()
          const earlier = new Set(plan.steps.slice(0, place).map(({ id }) => id))
          for (const id of step.after)
            expect(earlier.has(id), `${step.id} waits for ${id}, which comes before`).toBe(true)
        }
      }),
    ),
    { numRuns: 30 },
  )
})
