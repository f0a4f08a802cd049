import type { FaultRule } from '@entitle/sandbox'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Fault, faults, inside } from '../worlds/faults.ts'
import { contentOf, counting, type Rehearsal, rehearse, troubles } from '../worlds/rehearsal.ts'

/** What can happen to a write inside a `$batch`. */
const busy: Fault = { kind: 'status', status: 409, code: 'DuplicateKey' }

/** Numbers below a bound that follow from a seed. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface World extends Rehearsal {
  readonly arrived: ReturnType<typeof contentOf>
  /** How many requests the undisturbed deployment takes, and how many travel inside its batches, by method. */
  readonly requests: number
  readonly parts: ReadonlyMap<string, number>
}

async function arrivedWorld(...options: Parameters<typeof rehearse>): Promise<World> {
  const rehearsal = await rehearse(...options)
  const counted = counting(rehearsal.transport)
  const before = rehearsal.sandbox.requests.length
  const { outcome } = await rehearsal.deploy(counted.transport)
  expect(troubles(outcome)).toEqual([])
  const inside = rehearsal.sandbox.requests.slice(before).flatMap(({ batch }) => batch ?? [])
  const parts = new Map(
    [...Map.groupBy(inside, ({ method }) => method)].map(([method, { length }]) => [method, length]),
  )
  return { ...rehearsal, arrived: contentOf(rehearsal.sandbox.export()), requests: counted.sent(), parts }
}

/** Deploys with a fault at the nth request; then again, as a person would. Both must leave what was declared. */
async function disturbed(world: World, rule: FaultRule): Promise<void> {
  world.rewind()
  world.sandbox.faults.add({ path: '/v1.0/', ...rule })
  const { outcome } = await world.deploy()
  const label = { nth: rule.nth }
  expect({ ...label, troubles: troubles(outcome) }).toEqual({ ...label, troubles: [] })
  expect({ ...label, content: contentOf(world.sandbox.export()) }).toEqual({ ...label, content: world.arrived })
  world.move(60_000)
  const again = await world.deploy()
  expect({ ...label, steps: again.plan.steps.map(({ id }) => id) }).toEqual({ ...label, steps: [] })
}

describe('a deployment of which one request', () => {
  let world: World
  beforeAll(async () => {
    world = await arrivedWorld()
  })

  it.each(Object.entries(faults))('%s arrives all the same, whichever it is', async (_name, fault) => {
    for (let nth = 1; nth <= world.requests; nth += 1) await disturbed(world, { nth, do: fault })
  })

  it.each(Object.entries(inside))('inside a $batch %s arrives all the same, whichever it is', async (_name, fault) => {
    for (const [method, count] of world.parts)
      for (let nth = 1; nth <= count; nth += 1) await disturbed(world, { nth, method, batch: true, do: fault })
  })

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'])(
    'inside a $batch is a %s that meets another write under way arrives all the same, whichever it is',
    async method => {
      const count = world.parts.get(method) ?? 0
      expect(count).toBeGreaterThan(0)
      for (let nth = 1; nth <= count; nth += 1) await disturbed(world, { nth, method, batch: true, do: busy })
    },
  )

  it('is disturbed and then another and another: running again and again arrives', async () => {
    const kinds = Object.values({ ...faults, busy })
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = numbers(seed)
      world.rewind()
      for (let count = 0; count < 8; count += 1) {
        const batch = random(2) === 1
        const kind = kinds[random(kinds.length)] ?? busy
        world.sandbox.faults.add({ path: '/v1.0/', nth: 1 + random(batch ? 150 : 45), batch, do: kind })
      }
      const runs = []
      for (let run = 0; run < 5; run += 1) {
        const { plan, outcome } = await world.deploy()
        world.move(60_000)
        runs.push({ steps: plan.steps.length, status: outcome.status })
        if (plan.steps.length === 0 && outcome.status === 'done') break
      }
      expect({ seed, last: runs.at(-1) }).toEqual({ seed, last: { steps: 0, status: 'done' } })
      expect({ seed, content: contentOf(world.sandbox.export()) }).toEqual({ seed, content: world.arrived })
    }
  })
})

describe('a deployment of which one request hangs until the time-out', () => {
  it('arrives all the same, whichever it is', async () => {
    const world = await arrivedWorld({}, 150)
    for (let nth = 1; nth <= world.requests; nth += 1)
      await disturbed(world, { nth, do: { kind: 'hang', ms: 600_000 } })
  })
})

describe('a tenant that shows what was written only after a while', () => {
  let world: World
  beforeAll(async () => {
    world = await arrivedWorld({ readDelayMs: 3000, resourceDelayMs: 5000 })
  })

  it('is waited for, and nothing is made twice', async () => {
    world.rewind()
    const { outcome } = await world.deploy()
    expect(troubles(outcome)).toEqual([])
    expect(outcome.waitedMilliseconds).toBeGreaterThanOrEqual(3000)
    expect(contentOf(world.sandbox.export())).toEqual(world.arrived)
  })

  it.each(Object.entries(faults).filter(([, { kind }]) => kind !== 'status'))(
    'and of which one request %s is no other',
    async (_name, fault) => {
      for (let nth = 1; nth <= world.requests; nth += 1) await disturbed(world, { nth, do: fault })
    },
  )
})
