import type { PrepareInput, Tenant } from '@entitle/graph'
import { beforeAll, describe, expect, it } from 'vitest'
import { doubling, type Fault, faults, inside } from '../worlds/faults.ts'
import { movedTo, world } from '../worlds/holding.ts'
import { counting, troubles } from '../worlds/rehearsal.ts'

type World = Awaited<ReturnType<typeof world>>

/** A deployment that takes access from people, or gives them another one in its place. */
interface Change {
  readonly what: string
  desired(world: World): Tenant
  readonly options: PrepareInput['options']
  /** Who holds what in the end, by package and policy. */
  readonly holders: readonly string[]
  readonly through: readonly string[]
}

const people = ['p1@contoso.com', 'p2@contoso.com', 'p3@contoso.com']
const held = (what: string) => people.map(each => `${what} ${each}`)
const reassignTo = { text: 'Kept.Fresh', declared: [], nearest: () => undefined, now: '2026-06-01T10:00:00Z' }

const changes: readonly Change[] = [
  {
    what: 'ends access, and deletes what was held',
    desired: ({ declared }) => declared,
    options: { endAssignments: true },
    holders: held('Kept'),
    through: held('Staff'),
  },
  {
    what: 'moves people whom the sources assign under another policy, and deletes the former one',
    desired: ({ declared, ids }) => movedTo(declared, 'Fresh', ids, false),
    options: { endAssignments: true },
    holders: held('Kept'),
    through: held('Fresh'),
  },
  {
    what: 'reassigns whoever holds what is deleted',
    desired: ({ declared }) => movedTo(declared, 'Fresh', [], false),
    options: { reassignTo, endAssignments: true },
    holders: held('Kept'),
    through: held('Fresh'),
  },
]

describe.each(changes)('a deployment that $what', ({ desired, options, holders, through }) => {
  let at: World
  let requests = 0
  /** How many requests travel inside its batches, by method. */
  let parts: ReadonlyMap<string, number> = new Map()

  beforeAll(async () => {
    at = await world()
    const before = at.sandbox.requests.length
    const counted = counting(at.transport)
    const { outcome } = await at.deploy(counted.transport, desired(at), options)
    expect(troubles(outcome)).toEqual([])
    requests = counted.sent()
    const within = at.sandbox.requests.slice(before).flatMap(({ batch }) => batch ?? [])
    parts = new Map([...Map.groupBy(within, ({ method }) => method)].map(([method, { length }]) => [method, length]))
  })

  const rewind = () => {
    at.sandbox.faults.clear()
    at.sandbox.import(at.start)
  }

  /** Run once, and once more as a person would: nobody has more or less than was asked for, and nothing is left to do. */
  const arrives = async (label: object, transport = at.transport) => {
    const { outcome } = await at.deploy(transport, desired(at), options)
    expect({ ...label, troubles: troubles(outcome) }).toEqual({ ...label, troubles: [] })
    expect({ ...label, holders: await at.holders(), through: await at.through() }).toEqual({
      ...label,
      holders,
      through,
    })
    at.move(60_000)
    const again = await at.deploy(at.transport, desired(at), options)
    expect({ ...label, steps: again.plan.steps.map(({ id }) => id) }).toEqual({ ...label, steps: [] })
  }

  const disturbed = async (nth: number, fault: Fault, more: { method?: string; batch?: boolean } = {}) => {
    rewind()
    at.sandbox.faults.add({ path: '/v1.0/', nth, do: fault, ...more })
    await arrives({ nth, ...more })
  }

  it.each(Object.entries(faults))('of which one request %s arrives all the same, whichever it is', async (_, fault) => {
    for (let nth = 1; nth <= requests; nth += 1) await disturbed(nth, fault)
  })

  it.each(Object.entries(inside))(
    'of which one request inside a $batch %s arrives all the same, whichever it is',
    async (_, fault) => {
      for (const [method, count] of parts)
        for (let nth = 1; nth <= count; nth += 1) await disturbed(nth, fault, { method, batch: true })
    },
  )

  it('of which one write is carried out twice arrives all the same, whichever it is', async () => {
    for (let nth = 1; nth <= requests; nth += 1) {
      rewind()
      await arrives({ nth }, doubling(at.transport, nth))
    }
  })
})

describe.each(changes)('in a tenant that shows writes late, a deployment that $what', change => {
  it('arrives, and so it does where one answer is lost, whichever it is', async () => {
    const at = await world(3, { readDelayMs: 3_000 })
    const counted = counting(at.transport)
    const first = await at.deploy(counted.transport, change.desired(at), change.options)
    expect(troubles(first.outcome)).toEqual([])
    const all = counted.sent()
    for (let nth = 1; nth <= all; nth += 1) {
      at.sandbox.faults.clear()
      at.sandbox.import(at.start)
      at.sandbox.faults.add({ path: '/v1.0/', nth, do: { kind: 'commit-then-cut' } })
      const { outcome } = await at.deploy(at.transport, change.desired(at), change.options)
      expect({ nth, troubles: troubles(outcome) }).toEqual({ nth, troubles: [] })
      at.move(60_000)
      expect({ nth, holders: await at.holders() }).toEqual({ nth, holders: change.holders })
    }
  })
})
