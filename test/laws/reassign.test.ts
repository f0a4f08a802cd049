import { addressOf, lossOf, movedOf, type PrepareInput, type Tenant } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { movedTo, world } from '../worlds/holding.ts'
import { counting, dying } from '../worlds/rehearsal.ts'

const to = (text: string, more: PrepareInput['options'] = {}): PrepareInput['options'] => ({
  reassignTo: { text, declared: [], nearest: () => undefined, now: '2026-06-01T10:00:00Z' },
  ...more,
})

/** The kept package with another policy in the place of the one that everybody holds. */
const swapped = (declared: Tenant) => movedTo(declared, 'Fresh', [], false)
const people = ['p1@contoso.com', 'p2@contoso.com', 'p3@contoso.com']
const fresh = people.map(each => `Fresh ${each}`)

describe('people who hold a policy that is deleted', () => {
  it('go to another policy of the package, old or new, and nobody loses access', async () => {
    const { sandbox, transport, declared, planned, deploy, through } = await world()
    const desired = { objects: [...swapped(declared).objects, ...leaving()] }
    const plan = await planned(transport, desired, to('Kept.Fresh'))
    expect(plan.findings).toEqual([])
    expect([movedOf(plan), lossOf(plan).people]).toEqual([{ people: 3, first: people }, 0])
    const { outcome } = await deploy(transport, desired, to('Kept.Fresh'))
    expect(outcome.status).toBe('done')
    expect(await through()).toEqual(fresh)
    expect((await planned(transport, desired, to('Kept.Fresh'))).steps).toEqual([])
    sandbox.close()
  })

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('have it in the end, killed %s whichever request arrives and run again', async (_, reached) => {
    const { sandbox, transport, start, declared, deploy, through, holders } = await world()
    const desired = { objects: [...swapped(declared).objects, ...leaving()] }
    const counted = counting(transport)
    await deploy(counted.transport, desired, to('Kept.Fresh'))
    const all = counted.sent()
    for (let nth = 1; nth <= all; nth += 1) {
      sandbox.import(start)
      await deploy(dying(transport, nth, reached), desired, to('Kept.Fresh')).catch((error: Error) => error)
      const { outcome } = await deploy(transport, desired, to('Kept.Fresh'))
      expect({ nth, status: outcome.status, through: await through() }).toEqual({ nth, status: 'done', through: fresh })
      expect((await holders()).filter(each => each.startsWith('Leaving'))).toHaveLength(3)
    }
    sandbox.close()
  })

  it('stay, and so does the policy, where the other one would not admit them', async () => {
    const { sandbox, transport, declared, planned, deploy, through } = await world()
    const guests: Tenant = {
      objects: [...swapped(declared).objects, ...leaving()].map(object =>
        object.name === 'Fresh'
          ? { ...object, properties: { ...object.properties, allowedTargetScope: 'allExternalUsers' } }
          : object,
      ),
    }
    const plan = await planned(transport, guests, to('Kept.Fresh'))
    expect(plan.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['not-reassigned', 'error']])
    expect(plan.findings[0]?.message).toContain("3 people can't be moved, because Fresh doesn't admit them")
    const ending = await planned(transport, guests, to('Kept.Fresh', { endAssignments: true }))
    expect(ending.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['not-reassigned', 'warning']])
    expect([movedOf(ending).people, lossOf(ending).people]).toEqual([0, 3])
    await deploy(transport, guests, to('Kept.Fresh', { endAssignments: true }))
    expect(await through()).toEqual([])
    sandbox.close()
  })
})

describe('people who hold a package that is deleted', () => {
  it('are not moved where they have the other package already, and keep that', async () => {
    const { sandbox, transport, planned, deploy, holders } = await world()
    const plan = await planned(transport, undefined, to('Kept.Staff'))
    expect(plan.findings).toEqual([])
    expect(plan.steps.map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      'delete moved',
      'delete moved',
      'delete moved',
      'delete pruned',
    ])
    await deploy(transport, undefined, to('Kept.Staff'))
    expect(await holders()).toEqual(people.map(each => `Kept ${each}`))
    sandbox.close()
  })

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('have a new one before they lose it, killed %s whichever request arrives', async (_, reached) => {
    const { sandbox, transport, start, declared, deploy, holders } = await world()
    const [shop] = declared.objects
    if (shop === undefined) throw new Error('Nothing is declared.')
    const desired: Tenant = { objects: [...declared.objects, ...packageOf(shop.address, 'New')] }
    const counted = counting(transport)
    await deploy(counted.transport, desired, to('New.Everybody'))
    const all = counted.sent()
    for (let nth = 1; nth <= all; nth += 1) {
      sandbox.import(start)
      await deploy(dying(transport, nth, reached), desired, to('New.Everybody')).catch((error: Error) => error)
      const between = await holders()
      for (const each of people)
        expect(between.some(held => held === `Leaving ${each}` || held === `New ${each}`)).toBe(true)
      const { outcome } = await deploy(transport, desired, to('New.Everybody'))
      expect({ nth, status: outcome.status }).toEqual({ nth, status: 'done' })
      expect((await holders()).filter(each => !each.startsWith('Kept'))).toEqual(people.map(each => `New ${each}`))
    }
    sandbox.close()
  })
})

/** The other package, declared as it is, so that it isn't deleted. */
const leaving = () => packageOf(addressOf('catalog', 'Shop'), 'Leaving', 'Staff')

function packageOf(catalog: string, name: string, policy = 'Everybody'): Tenant['objects'] {
  const address = addressOf('access-package', name, catalog)
  const policyAddress = addressOf('assignment-policy', policy, address)
  const properties = { displayName: policy, description: '', allowedTargetScope: 'allMemberUsers' }
  return [
    { kind: 'access-package', address, parent: catalog, name, properties: { displayName: name, description: '' } },
    { kind: 'assignment-policy', address: policyAddress, parent: address, name: policy, properties },
  ]
}
