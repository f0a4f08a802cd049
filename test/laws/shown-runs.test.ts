import type { Json, Plan, StepRequest } from '@entitle/graph'
import type { Exchange, Sandbox } from '@entitle/sandbox'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Every write that a sandbox was sent, those inside batches too. */
const writesSince = (sandbox: Sandbox, start: number): Exchange[] =>
  sandbox.requests
    .slice(start)
    .flatMap(record => record.batch ?? [record])
    .filter(({ method, path }) => writes.has(method) && !/\/\$batch$|\/token$|getByIds$/.test(path))

/** What was sent, with the plan's placeholders in the places of what they stand for. */
function fits(request: StepRequest, sent: Exchange): boolean {
  return (
    request.method === sent.method &&
    pathFits(`/v1.0${request.path}`, sent.path) &&
    bodyFits(request.body, sent.requestBody)
  )
}

const openIn = ({ placeholders = {} }: StepRequest): number => Object.keys(placeholders).length

const pathFits = (shown: string, sent: string): boolean => {
  const [a, b] = [shown.split('/'), sent.split('/')]
  return a.length === b.length && a.every((step, place) => step === b[place] || /^\{.*\}$/.test(step))
}

function bodyFits(shown: Json | undefined, sent: Json | undefined): boolean {
  if (typeof shown !== 'object' || shown === null) return shown === sent
  if ('$placeholder' in shown) return typeof sent === 'string' || sent === undefined
  if (typeof sent !== 'object' || sent === null) return false
  const [a, b] = [shown as { [key: string]: Json }, sent as { [key: string]: Json }]
  return Object.keys({ ...a, ...b }).every(key => bodyFits(a[key], b[key]))
}

it('sends the requests that the plan shows, each once, and no other write', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, desired) =>
      inWorld(async world => {
        await world.deploy(before)
        const plan: Plan = await world.plan(desired, { prune: true })
        const start = world.sandbox.requests.length
        const outcome = await world.apply(plan)
        expect(outcome.steps.filter(({ failure }) => failure !== undefined)).toEqual([])
        const sent = writesSince(world.sandbox, start)
        // What leaves least open comes first, so that it is not taken for what another step leaves open.
        const left = plan.steps.toSorted((a, b) => openIn(a.request) - openIn(b.request))
        for (const each of sent) {
          const place = left.findIndex(({ request }) => fits(request, each))
          expect(place, `${each.method} ${each.path} is in the plan`).toBeGreaterThanOrEqual(0)
          left.splice(place, 1)
        }
        expect(left.map(({ id }) => id)).toEqual([])
      }),
    ),
    { numRuns: 40 },
  )
})
