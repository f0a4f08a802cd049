import { type HttpTransport, lossOf, movedOf } from '@entitle/graph'
import { expect, it } from 'vitest'
import { movedTo, world } from '../worlds/holding.ts'
import { counting, dying } from '../worlds/rehearsal.ts'

const keptByAll = ['Kept p1@contoso.com', 'Kept p2@contoso.com', 'Kept p3@contoso.com']

it('names everybody who loses access, and nobody else does', async () => {
  const { sandbox, transport, planned, deploy, holders } = await world()
  const plan = await planned(transport)
  expect(lossOf(plan)).toEqual({ people: 3, first: ['p1@contoso.com', 'p2@contoso.com', 'p3@contoso.com'] })
  expect(await holders()).toHaveLength(6)
  const { outcome } = await deploy(transport)
  expect(outcome.steps.map(({ result }) => result)).toEqual(['deleted', 'deleted', 'deleted', 'deleted'])
  expect(await holders()).toEqual(keptByAll)
  expect((await planned(transport)).steps).toEqual([])
  sandbox.close()
})

it.each([
  ['before', false],
  ['after', true],
] as const)(
  'killed %s any request arrives and run again, it converges, and nobody else loses access',
  async (_, reached) => {
    const { sandbox, transport, start, planned, deploy, holders } = await world()
    const counted = counting(transport)
    await deploy(counted.transport)
    const all = counted.sent()
    for (let nth = 1; nth <= all; nth += 1) {
      sandbox.import(start)
      await deploy(dying(transport, nth, reached)).catch((error: Error) => error)
      expect({ nth, kept: (await holders()).filter(each => each.startsWith('Kept')) }).toEqual({ nth, kept: keptByAll })
      const { outcome } = await deploy(transport)
      expect({ nth, status: outcome.status }).toEqual({ nth, status: 'done' })
      expect({ nth, holders: await holders() }).toEqual({ nth, holders: keptByAll })
    }
    expect((await planned(transport)).steps).toEqual([])
    sandbox.close()
  },
)

it('loses one answer, whichever, and still arrives', async () => {
  const { sandbox, transport, start, deploy, holders } = await world()
  for (let nth = 1; nth <= 12; nth += 1) {
    sandbox.import(start)
    let sent = 0
    const lossy: HttpTransport = {
      async send(request, signal) {
        sent += 1
        const at = sent
        const answer = await transport.send(request, signal)
        return at === nth ? { ...answer, status: 503, body: { error: { code: 'x', message: 'x' } } } : answer
      },
    }
    const { outcome } = await deploy(lossy)
    expect({ nth, status: outcome.status }).toEqual({ nth, status: 'done' })
    expect({ nth, holders: await holders() }).toEqual({ nth, holders: keptByAll })
  }
  sandbox.close()
})

it.each([
  ['deliveryFailed', 'DeliveryFailed', 'failed', "the request's state is deliveryFailed"],
  ['denied', 'The connector is off.', 'failed', "the request's state is denied: The connector is off"],
  ['delivering', 'Delivering', 'unknown', '123 s were not enough'],
])('says why an ending that Graph took came to nothing: %s', async (state, status, result, because) => {
  const { sandbox, transport, deploy, holders } = await world(1)
  const deaf: HttpTransport = {
    async send(request, signal) {
      const reply = (code: number, body: object) => ({ status: code, headers: {}, body: { id: 'r1', ...body } })
      if (request.method === 'POST' && request.path.endsWith('/assignmentRequests'))
        return reply(201, { state: 'submitted', status: 'Accepted' })
      if (request.path.endsWith('/assignmentRequests/r1')) return reply(200, { state, status })
      return transport.send(request, signal)
    },
  }
  const { outcome } = await deploy(deaf)
  expect(outcome.steps.map(each => each.result)).toEqual([result, 'not-run'])
  expect(outcome.steps[0]?.failure?.because).toContain(because)
  expect(await holders()).toHaveLength(2)
  sandbox.close()
})

it.each([
  ['the former policy goes', false],
  ['the former policy stays', true],
] as const)('moves people whom the sources assign under another policy; %s', async (_, keep) => {
  const { sandbox, transport, declared, ids, planned, deploy, holders, through } = await world()
  const moved = movedTo(declared, 'Fresh', ids, keep)
  const plan = await planned(transport, moved)
  expect(movedOf(plan).people).toBe(3)
  expect(lossOf(plan).people).toBe(3)
  const { outcome } = await deploy(transport, moved)
  expect(outcome.status).toBe('done')
  expect(await holders()).toEqual(keptByAll)
  expect(await through()).toEqual(['Fresh p1@contoso.com', 'Fresh p2@contoso.com', 'Fresh p3@contoso.com'])
  expect((await planned(transport, moved)).steps).toEqual([])
  sandbox.close()
})

it.each([
  ['before', false],
  ['after', true],
] as const)('killed %s any request of a move arrives and run again, everybody has the access', async (_, reached) => {
  const { sandbox, transport, start, declared, ids, deploy, holders, through } = await world()
  const moved = movedTo(declared, 'Fresh', ids, false)
  const counted = counting(transport)
  await deploy(counted.transport, moved)
  const all = counted.sent()
  for (let nth = 1; nth <= all; nth += 1) {
    sandbox.import(start)
    await deploy(dying(transport, nth, reached), moved).catch((error: Error) => error)
    const { outcome } = await deploy(transport, moved)
    expect({ nth, status: outcome.status }).toEqual({ nth, status: 'done' })
    expect({ nth, holders: await holders() }).toEqual({ nth, holders: keptByAll })
    expect(await through()).toEqual(['Fresh p1@contoso.com', 'Fresh p2@contoso.com', 'Fresh p3@contoso.com'])
  }
  sandbox.close()
})

it('takes nothing from anybody whose new policy cannot be made', async () => {
  const { sandbox, transport, declared, ids, deploy, holders } = await world(1)
  sandbox.faults.add({ path: '/assignmentPolicies', method: 'POST', times: 99, do: { kind: 'status', status: 403 } })
  const { outcome } = await deploy(transport, movedTo(declared, 'Fresh', ids, false))
  expect(outcome.status).toBe('failed')
  expect(await holders()).toContain('Kept p1@contoso.com')
  sandbox.close()
})
