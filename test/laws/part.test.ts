import {
  catalogsCalled,
  type HttpRequest,
  liesIn,
  type Plan,
  partOf,
  preparePlan,
  type Step,
  type Tenant,
} from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { identity, inWorld, type Rehearsal } from './in-world.ts'

/** A plan of some catalogs alone, and what was asked of Graph for it; a `$batch` is told as what is in it. */
const planPart = async (world: Rehearsal, desired: Tenant, names: readonly string[]) => {
  const asked: string[] = []
  const transport = sandboxTransport(world.sandbox)
  const watching = {
    send: (request: HttpRequest, signal?: AbortSignal) => {
      const { requests = [] } = (request.body ?? {}) as { readonly requests?: readonly { readonly url: string }[] }
      asked.push(...(request.path === '/$batch' ? requests.map(({ url }) => url) : [request.path]))
      return transport.send(request, signal)
    },
  }
  const part = partOf(desired, catalogsCalled(desired, names))
  const { plan } = await preparePlan({ transport: watching, desired: part, identity, options: { isPart: true } })
  return { plan, asked }
}

const told = (plan: Plan, isInside: ReturnType<typeof liesIn>) => ({
  steps: plan.steps
    .filter(isInside)
    .map(({ address, action, changes, reason }: Step) => ({ address, action, changes, reason })),
  unmanaged: plan.unmanaged.filter(isInside),
})

it('says of some catalogs what planning all of them says', async () => {
  let catalogs = 0
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, after) =>
      inWorld(async world => {
        await world.deploy(before)
        const whole = await world.plan(after)
        for (const catalog of after.objects.filter(({ kind }) => kind === 'catalog')) {
          const isInside = liesIn([catalog])
          const { plan } = await planPart(world, after, [catalog.name])
          expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([])
          expect(told(plan, isInside)).toEqual(told(whole, isInside))
          catalogs += 1
        }
      }),
    ),
    { numRuns: 25, seed: 3 },
  )
  expect(catalogs).toBeGreaterThan(10)
})

it('asks for nothing of other catalogs, nor for what belongs to the tenant', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, async desired =>
      inWorld(async world => {
        await world.deploy(desired)
        const catalogs = desired.objects.filter(({ kind }) => kind === 'catalog')
        const ids = new Map<string, string>()
        const { body } = await sandboxTransport(world.sandbox).send({
          method: 'GET',
          path: '/identityGovernance/entitlementManagement/catalogs',
        })
        for (const { id, displayName } of (body as { value: { id: string; displayName: string }[] }).value)
          ids.set(displayName, id)
        for (const catalog of catalogs) {
          const named = partOf(desired, [catalog]).objects.filter(({ kind }) => kind === 'catalog')
          const { asked } = await planPart(world, desired, [catalog.name])
          const others = [...ids].filter(([name]) => named.every(each => each.name !== name)).map(([, id]) => id)
          const all = asked.map(path => decodeURIComponent(path))
          expect(all.filter(path => others.some(id => path.includes(id)))).toEqual([])
          expect(all.filter(path => /\/settings|accessReviews|Sponsors|\/assignmentPolicies\?/.test(path))).toEqual([])
        }
      }),
    ),
    { numRuns: 15, seed: 5 },
  )
})
