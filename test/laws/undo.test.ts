import { segmentsOf, type Undo } from '@entitle/graph'
import { beforeAll, describe, expect, it } from 'vitest'
import { difference } from '../worlds/likeness.ts'
import { counting, dying, type Rehearsal, rehearse, troubles, undone } from '../worlds/rehearsal.ts'

/** What undoing leaves as the deployment made it: all of it is told. */
const stays = [
  [
    'accessReview',
    '"displayName":"Guests everywhere"',
    'Guests everywhere stays, because Entitle never deletes reviews',
  ],
  ['accessReview', '"displayName":"Guests of Salesforce"', 'Guests of Salesforce stays, because Entitle never deletes'],
  ['catalog', '"displayName":"Toolbox"', 'Toolbox stays, because Entitle never deletes catalogs'],
  ['connectedOrganization', '"displayName":"Litware"', 'Litware stays, because Entitle never deletes organizations'],
  [
    'roleAssignment',
    '"principalId":"Approvers"',
    'Catalog owner Approvers stays, because the catalog had no owner before',
  ],
] as const

/** Graph makes whoever makes a catalog its owner, which goes with the catalog alone. */
const creator =
  '"appScopeId":"/AccessPackageCatalog/Toolbox","condition":null,"directoryScopeId":null,"principalId":"Ada Lovelace"'

const inUse = 'InvalidDeleteResourceHasEntitlements'
/** A site is called by the end of its address. */
const nameOf = (address: string) => segmentsOf(address).at(-1)?.name.split('/').at(-1) ?? ''

/** Names of what may have been made, because no answer came: it is told, since somebody else may have made it. */
const unsure = ({ lasting }: Undo): readonly string[] =>
  lasting.flatMap(({ what }) => what.match(/^(.*) may have been made: /)?.slice(1) ?? [])

/** How many of these may be there, and nothing else that is more or less than before the deployment. */
function expectAsBefore(world: Rehearsal, label: object, told: readonly string[] = []): number {
  const { lost, more } = difference(world.start, world.sandbox.export())
  const untold = more.filter(
    line =>
      !stays.some(([kind, text]) => line.startsWith(`${kind} `) && line.includes(text)) &&
      !line.includes(creator) &&
      !told.some(name => line.includes(JSON.stringify(name).slice(1, -1))),
  )
  expect({ ...label, lost, untold }).toEqual({ ...label, lost: [], untold: [] })
  return more.length
}

describe('what a deployment that touched one of every kind did', () => {
  let world: Rehearsal
  /** How many requests it takes. */
  let all = 0
  beforeAll(async () => {
    world = await rehearse()
    const counted = counting(world.transport)
    await world.deploy(counted.transport)
    all = counted.sent()
  })

  const undo = async (what: Undo, endAssignments = false) => {
    world.move(60_000)
    const done = await undone(world.transport, world.clock, what, endAssignments)
    world.move(60_000)
    return done
  }

  it('is undone, less what is told', async () => {
    world.rewind()
    const { undo: file } = await world.deploy()
    expect(file.status).toBe('done')
    const { plan, outcome } = await undo(file)
    expect(troubles(outcome)).toEqual([])
    expect(expectAsBefore(world, {})).toBe(stays.length)
    const told = plan.findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
    for (const [, , words] of stays) expect(told.filter(each => each.includes(words))).toHaveLength(1)
    expect(told.every(each => each.startsWith('warning not-undone '))).toBe(true)
  })

  it('needs no second undoing', async () => {
    world.rewind()
    const { undo: file } = await world.deploy()
    await undo(file)
    const again = await undo(file)
    expect(again.plan.steps.map(({ id }) => id)).toEqual([])
  })

  it('is done again by undoing the undoing', async () => {
    world.rewind()
    const { undo: file } = await world.deploy()
    const arrived = world.sandbox.export()
    const { undo: back } = await undo(file)
    const { outcome } = await undo(back)
    expect(troubles(outcome)).toEqual([])
    const { lost, more } = difference(arrived, world.sandbox.export())
    // Access that is given again says the day of its end, whatever that followed from.
    expect([...lost, ...more].filter(line => !line.startsWith('assignment '))).toEqual([])
    expect([lost, more].map(({ length }) => length)).toEqual([1, 1])
  })

  it('is undone as far as it came where it was broken off, whichever request was the last', async () => {
    for (let nth = 1; nth <= all; nth += 1) {
      world.rewind()
      const before = await world.deploy(dying(world.transport, nth, true)).catch(() => undefined)
      if (before === undefined) continue
      expect(before.undo.status).not.toBe('done')
      // What may have been made keeps what it lies in from going, and undoing says so.
      const told = unsure(before.undo)
      const { outcome } = await undo(before.undo, told.length > 0)
      const kept = outcome.steps.filter(({ result }) => result === 'failed')
      if (told.length === 0) expect({ nth, troubles: troubles(outcome) }).toEqual({ nth, troubles: [] })
      else
        expect({ nth, codes: kept.map(({ failure }) => failure?.code) }).toEqual({ nth, codes: kept.map(() => inUse) })
      expectAsBefore(world, { nth }, [...told, ...kept.map(({ address }) => nameOf(address))])
    }
  })
})
