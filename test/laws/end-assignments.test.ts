import { addressOf, apply, type HttpTransport, limited, lossOf, preparePlan, type Tenant } from '@entitle/graph'
import { openSandbox } from '@entitle/sandbox'
import { expect, it } from 'vitest'
import { dying, rehearsalClock } from '../worlds/rehearsal.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false } as const
const catalog = addressOf('catalog', 'Shop')

/** Two packages, of which only one is declared, each held by some people. */
async function world(people = 3) {
  const { clock, move } = rehearsalClock()
  const sandbox = openSandbox({ creatorBecomesOwner: false, clock: () => clock.now() })
  const ids = ['1', '2', '3'].slice(0, people).map(n => `aaaaaaaa-0000-4000-8000-00000000000${n}`)
  const upn = (id: string) => `p${id.at(-1)}@contoso.com`
  sandbox.seed({ users: ids.map(id => ({ id, displayName: 'Same Name', userPrincipalName: upn(id) })) })
  const transport = sandboxTransport(sandbox)
  const post = async (path: string, body: object) => {
    const answer = await transport.send({ method: 'POST', path: `${em}/${path}`, body: { ...body } })
    expect(answer.status).toBe(201)
    return String((answer.body as { id?: unknown }).id)
  }
  const shop = await post('catalogs', { displayName: 'Shop', description: '' })
  for (const name of ['Kept', 'Leaving']) {
    const accessPackage = {
      id: await post('accessPackages', { displayName: name, description: '', catalog: { id: shop } }),
    }
    const policy = { displayName: 'Staff', description: '', allowedTargetScope: 'allMemberUsers', accessPackage }
    const assignmentPolicyId = await post('assignmentPolicies', policy)
    for (const targetId of ids) {
      const assignment = { targetId, assignmentPolicyId, accessPackageId: accessPackage.id }
      await post('assignmentRequests', { requestType: 'adminAdd', assignment })
    }
  }
  move(3_600_000)
  const kept = addressOf('access-package', 'Kept', catalog)
  const declared: Tenant = {
    objects: [
      { kind: 'catalog', address: catalog, name: 'Shop', properties: { displayName: 'Shop' } },
      { kind: 'access-package', address: kept, parent: catalog, name: 'Kept', properties: { displayName: 'Kept' } },
      {
        kind: 'assignment-policy',
        address: addressOf('assignment-policy', 'Staff', kept),
        parent: kept,
        name: 'Staff',
        properties: { displayName: 'Staff' },
      },
    ],
  }
  const planned = async (through: HttpTransport, desired = declared) => {
    const prepared = await preparePlan({
      transport: through,
      desired,
      identity: { ...identity, tenantId: sandbox.tenant.id },
      options: { prune: true, endAssignments: true },
    })
    return prepared.plan
  }
  const deploy = async (to: HttpTransport, desired = declared) => {
    const through = limited(to, clock)
    const plan = await planned(through, desired)
    return { plan, outcome: await apply(plan, { transport: through, clock }) }
  }
  const holders = async () => {
    const path = `${em}/assignments?$expand=target,accessPackage`
    const { body } = await transport.send({ method: 'GET', path })
    type Assignment = Record<'target' | 'accessPackage', { displayName: string; principalName: string }> & {
      state: string
    }
    return (body as unknown as { value: Assignment[] }).value
      .filter(({ state }) => state !== 'expired')
      .map(({ target, accessPackage }) => `${accessPackage.displayName} ${target.principalName}`)
      .sort()
  }
  return { sandbox, transport, start: sandbox.export(), declared, ids, planned, deploy, holders }
}

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
    let sent = 0
    const counting: HttpTransport = {
      send(request, signal) {
        sent += 1
        return transport.send(request, signal)
      },
    }
    await deploy(counting)
    const all = sent
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

it('takes nothing from a person whose new assignment Graph refuses as long as they have the old one', async () => {
  const { sandbox, transport, declared, ids, deploy, holders } = await world(1)
  const [shop, kept] = declared.objects
  if (shop === undefined || kept === undefined) throw new Error('Nothing is declared.')
  const fresh = addressOf('assignment-policy', 'Fresh', kept.address)
  const target = { $ref: 'user', name: 'p1@contoso.com', ...(ids[0] === undefined ? {} : { id: ids[0] }) } as const
  const properties = { displayName: 'Fresh', description: '', allowedTargetScope: 'allMemberUsers' }
  const moved: Tenant = {
    objects: [
      shop,
      kept,
      { kind: 'assignment-policy', address: fresh, parent: kept.address, name: 'Fresh', properties },
      {
        kind: 'assignment',
        address: addressOf('assignment', target.name, fresh),
        parent: fresh,
        name: target.name,
        properties: { target },
      },
    ],
  }
  const { outcome } = await deploy(transport, moved)
  expect(outcome.status).toBe('failed')
  expect(await holders()).toContain('Kept p1@contoso.com')
  sandbox.close()
})
