import { describe, expect, it } from 'vitest'
import { accessNow, requestedSince } from '../../src/read/access-now.ts'
import { accountsOf } from '../../src/read/accounts.ts'
import { tenantFacts } from '../../src/read/tenant-facts.ts'
import { type Answers, answering, list } from '../worlds/answering.ts'
import { accessPackage, catalog, policy, tenant, user } from '../worlds/tenants.ts'

const em = '/identityGovernance/entitlementManagement'
const assignments = `${em}/assignments?$filter=state eq 'Delivered'&$expand=target,accessPackage,assignmentPolicy`
const ofOne = (id: string) =>
  `${em}/assignments?$filter=accessPackage/id eq '${id}'&$expand=target,accessPackage,assignmentPolicy`
const since = '2026-08-25T00:00:00.000Z'
const requests = `${em}/assignmentRequests?$filter=createdDateTime ge ${since}&$expand=accessPackage`
const users = (...ids: readonly string[]) =>
  `/users?$filter=id in (${ids.map(id => `'${id}'`).join(',')})&$select=id,accountEnabled,userType&$expand=sponsors`
const assignment = (person: string, name: string, more: object = {}) => ({
  id: `of ${person}`,
  state: 'delivered',
  target: { objectId: person, principalName: name },
  accessPackage: { id: 'P1' },
  assignmentPolicy: { id: 'Q1' },
  schedule: { expiration: { type: 'noExpiration', endDateTime: null } },
  ...more,
})

describe('accessNow', () => {
  it('tells who has which package under which policy, and until when', async () => {
    const schedule = { expiration: { type: 'afterDateTime', endDateTime: '2027-06-30T00:00:00Z' } }
    const world = answering({
      [assignments]: list(assignment('U1', 'ada@contoso.com', { schedule }), assignment('U2', '')),
    })
    expect(await accessNow(world, 'all')).toEqual({
      known: [
        { packageId: 'p1', policyId: 'q1', person: 'u1', name: 'ada@contoso.com', ends: '2027-06-30T00:00:00Z' },
        { packageId: 'p1', policyId: 'q1', person: 'u2', name: 'u2' },
      ],
    })
  })

  it('asks for some packages by their ids, and leaves out what has ended there', async () => {
    const world = answering({
      [ofOne('p1')]: list(assignment('u1', 'ada'), assignment('u2', 'ben', { state: 'expired' })),
      [ofOne('p2')]: list(),
    })
    expect(await accessNow(world, ['p1', 'p2'])).toMatchObject({ known: [{ name: 'ada' }] })
    expect(world.sent).toHaveLength(1)
  })

  it('says who may read it where it can’t be read', async () => {
    expect(await accessNow(answering({ [assignments]: { $status: 403 } }), 'all')).toMatchObject({
      finding: { help: expect.stringContaining('EntitlementManagement.Read.All') },
    })
  })

  it('reads all pages', async () => {
    const next = `${assignments}&$skiptoken=2`
    const world = answering({
      [assignments]: { ...list(assignment('u1', 'ada')), '@odata.nextLink': `https://graph.microsoft.com/v1.0${next}` },
      [next]: list(assignment('u2', 'ben')),
    })
    expect(await accessNow(world, 'all')).toMatchObject({ known: [{ name: 'ada' }, { name: 'ben' }] })
  })
})

describe('requestedSince', () => {
  it('tells each package once', async () => {
    const request = (id: string) => ({ id: 'r', accessPackage: { id } })
    const world = answering({ [requests]: list(request('P2'), request('p1'), request('P2'), { id: 'r' }) })
    expect(await requestedSince(world, since, 'all')).toEqual({ known: ['p1', 'p2'] })
  })

  it('never takes what can’t be read for nothing', async () => {
    expect(await requestedSince(answering({ [requests]: { $status: 500 } }), since, 'all')).toHaveProperty('finding')
  })
})

describe('accountsOf', () => {
  const account = (id: string, more: object = {}) => ({
    id,
    accountEnabled: true,
    userType: 'Member',
    sponsors: [],
    ...more,
  })

  it('tells who is enabled, a guest, and sponsored; whoever is gone is not told', async () => {
    const guest = account('B', { userType: 'Guest', accountEnabled: false, sponsors: [{ id: 'x' }] })
    const world = answering({ [users('a', 'b', 'c')]: list(account('a'), guest) })
    expect(await accountsOf(world, ['B', 'c', 'a', 'b'])).toEqual({
      known: [
        { id: 'a', isEnabled: true, isGuest: false, hasSponsor: false },
        { id: 'b', isEnabled: false, isGuest: true, hasSponsor: true },
      ],
    })
  })

  it('asks nobody for nobody', async () => {
    const world = answering({})
    expect(await accountsOf(world, [])).toEqual({ known: [] })
    expect(world.sent).toEqual([])
  })

  it('asks for fifteen at a time, in one request', async () => {
    const ids = Array.from({ length: 16 }, (_, n) => `u${String(n).padStart(2, '0')}`)
    const world = answering({
      [users(...ids.slice(0, 15))]: list(...ids.slice(0, 15).map(id => account(id))),
      [users('u15')]: list(account('u15')),
    })
    expect(await accountsOf(world, ids)).toMatchObject({ known: { length: 16 } })
    expect(world.sent).toHaveLength(1)
  })

  it.each([
    ['refuses', { $status: 403 } as const],
    ['tells names only', list({ id: 'a', userType: 'Member' })],
  ])('says which permission it takes where the directory %s', async (_, answer) => {
    expect(await accountsOf(answering({ [users('a')]: answer }), ['a'])).toMatchObject({
      finding: { help: 'Sign in with an account that has the permission User.Read.All.' },
    })
  })
})

describe('tenantFacts', () => {
  const shop = catalog('Shop')
  const alpine = { ...accessPackage(shop, 'Alpine'), id: 'p1' }
  const single = (name: string, id: string) => ({
    '@odata.type': '#microsoft.graph.singleUser',
    userId: user(name, id),
  })
  const partners = {
    ...policy(alpine, 'Partners', {
      allowedTargetScope: 'allExternalUsers',
      requestApprovalSettings: { stages: [{ primaryApprovers: [single('dan', 'd')] }] },
    }),
    id: 'Q1',
  }
  const of = tenant(shop, alpine, partners)
  const answers = (access: readonly ReturnType<typeof assignment>[], people: readonly string[]): Answers => ({
    [assignments]: list(...access),
    [requests]: list(),
    [users(...people)]: list(),
  })

  it('asks for deciders, for guests by name, and for whoever has access as an external person', async () => {
    const member = assignment('m', 'mia@contoso.com', { assignmentPolicy: { id: 'q2' } })
    const invited = assignment('g', 'gil_fabrikam.com#EXT#@contoso.com', { assignmentPolicy: { id: 'q2' } })
    const world = answering(answers([member, invited, assignment('h', 'hal@contoso.com')], ['d', 'g', 'h']))
    expect(await tenantFacts(world, of, { since })).toMatchObject({
      accounts: { known: [] },
      access: { known: { length: 3 } },
    })
  })

  it('asks for the packages alone of which it is told where only some catalogs were read', async () => {
    const world = answering({})
    await tenantFacts(world, of, { since, isPart: true })
    const asked = world.asked.filter(path => path.startsWith(em))
    expect(asked).toHaveLength(2)
    for (const path of asked) expect(path).toContain("accessPackage/id eq 'p1'")
  })

  it('goes on with what is known', async () => {
    const facts = await tenantFacts(answering({ ...answers([], ['d']), [assignments]: { $status: 403 } }), of, {
      since,
    })
    expect(facts.access).toHaveProperty('finding')
    expect(facts).toMatchObject({ requested: { known: [] }, accounts: { known: [] } })
  })
})
