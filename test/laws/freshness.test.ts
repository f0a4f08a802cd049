import type { Tenant } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

const em = '/identityGovernance/entitlementManagement'
const paths: { readonly [kind: string]: string } = {
  catalog: 'catalogs',
  'access-package': 'accessPackages',
  'connected-organization': 'connectedOrganizations',
}

/** The same tenant with other descriptions, so that each named object changes. */
const redescribed = ({ objects }: Tenant): Tenant => ({
  objects: objects.map(object =>
    'description' in object.properties
      ? { ...object, properties: { ...object.properties, description: 'Changed in the sources' } }
      : object,
  ),
})

it('refuses by name what changed behind its back, and writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryTenant.filter(({ objects }) => objects.some(({ kind }) => kind in paths)),
      fc.nat(),
      async (before, pick) =>
        inWorld(async world => {
          await world.deploy(before)
          const plan = await world.plan(redescribed(before))
          const candidates = plan.steps.filter(({ kind, action }) => action === 'update' && kind in paths)
          const victim = candidates[pick % candidates.length]
          if (victim === undefined) throw new Error('The plan changes nothing.')
          const answer = await sandboxTransport(world.sandbox).send({
            method: 'PATCH',
            path: `${em}/${paths[victim.kind]}/${victim.liveId ?? ''}`,
            body: { description: 'Changed in the portal' },
          })
          expect(answer.status).toBeLessThan(300)
          const start = world.sandbox.requests.length
          const outcome = await world.apply(plan)
          expect(outcome.status).toBe('refused')
          expect(outcome.steps.filter(({ result }) => result === 'stale').map(({ step }) => step)).toEqual([victim.id])
          const sent = world.sandbox.requests.slice(start).flatMap(record => record.batch ?? [record])
          expect(sent.filter(({ method }) => ['PATCH', 'PUT', 'DELETE'].includes(method))).toEqual([])
        }),
    ),
    { numRuns: 25 },
  )
})

it('takes for done what meanwhile has become as planned', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, async desired =>
      inWorld(async world => {
        const plan = await world.plan(desired)
        const first = await world.apply(plan)
        expect(first.status).toBe('done')
        const second = await world.apply(plan)
        expect(second.steps.filter(({ result }) => result !== 'already')).toEqual([])
        expect(second.status).toBe('done')
      }),
    ),
    { numRuns: 25 },
  )
})
