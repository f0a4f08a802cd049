import { openSandbox, type Sandbox } from '@entitle/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sandboxTransport } from '../../../../test/worlds/sandbox-transport.ts'
import { apply } from '../../src/apply/apply.ts'
import { limited } from '../../src/apply/limited.ts'
import type { ApplyEvent } from '../../src/apply/outcome.ts'
import { digestOf } from '../../src/kinds/digest.ts'
import { identityOf } from '../../src/kinds/identity.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import type { Plan, Step } from '../../src/plan/plan.ts'
import { type HttpTransport, NotSentError, TransportError } from '../../src/ports/ports.ts'
import { read } from '../../src/read/read.ts'
import { manualClock } from './manual-clock.ts'
import { catalogStep, deleteStep, errorFinding, packageStep, planOf, updateStep } from './steps.ts'

const em = '/identityGovernance/entitlementManagement'
const scope: Plan['scope'] = { settings: false, organizations: 'none', catalogs: [{ names: ['C'] }, { names: ['D'] }] }

let sandbox: Sandbox
let transport: HttpTransport
beforeEach(() => {
  sandbox = openSandbox()
  transport = sandboxTransport(sandbox)
})
afterEach(() => sandbox.close())

const send = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<string> => {
  const answer = await transport.send({
    method,
    path: em + path,
    ...(body === undefined ? {} : { body: body as never }),
  })
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body))
  return (answer.body as { id?: string } | undefined)?.id ?? ''
}
const catalog = (displayName: string) => send('POST', '/catalogs', { displayName, description: '' })
const accessPackage = (id: string, displayName: string) =>
  send('POST', '/accessPackages', { displayName, description: '', catalog: { id } })
const live = async (address: string): Promise<TenantObject> => {
  const { tenant } = await read(transport, scope)
  const found = tenant.objects.find(object => object.address === address)
  if (found === undefined) throw new Error(`no ${address} in ${tenant.objects.map(object => object.address).join()}`)
  return found
}
const writes = () =>
  sandbox.requests
    .flatMap(record => record.batch ?? [record])
    .filter(({ method, path }) => method !== 'GET' && !/token|getByIds|\$batch/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(`/v1.0${em}`, '')}`)

/** A catalog's creation that expects none of that name. */
const newCatalog = (name: string, more: Partial<Step> = {}) =>
  catalogStep(name, {
    guard: { expect: 'absent', identity: identityOf({ kind: 'catalog', address: '', name, properties: {} }) },
    changes: [{ path: 'displayName', after: name }],
    ...more,
  })

const carryOut = async (plan: Plan, signal?: AbortSignal) => {
  const time = manualClock()
  const events: ApplyEvent[] = []
  const ports = { transport, clock: time.clock, ...(signal === undefined ? {} : { signal }) }
  const outcome = await apply(plan, ports, event => events.push(event))
  return { outcome, events, results: outcome.steps.map(({ result }) => result), ...time }
}

describe('apply', () => {
  it('reads first, then carries out the plan, and accounts for it', async () => {
    const before = sandbox.requests.length
    const steps = [newCatalog('C'), packageStep('C', 'P'), packageStep('C', 'Q')]
    const { outcome, events } = await carryOut(planOf(steps, { scope }))
    expect(outcome).toMatchObject({ status: 'done', waitedMilliseconds: 0 })
    expect(outcome.steps.map(({ step, result }) => [step, result])).toEqual(steps.map(({ id }) => [id, 'created']))
    expect(outcome.requests).toBe(sandbox.requests.slice(before).filter(({ path }) => !path.endsWith('/token')).length)
    expect(events[0]).toEqual({ type: 'reading' })
    expect(events.filter(({ type }) => type === 'step-ended')).toHaveLength(3)
    expect(writes()).toEqual(['POST /catalogs', 'POST /accessPackages', 'POST /accessPackages'])
    expect((await live('catalog/C/access-package/Q')).name).toBe('Q')
  })

  it('of a plan without steps only reads', async () => {
    const { outcome } = await carryOut(planOf([], { scope }))
    expect(outcome).toMatchObject({ status: 'done', steps: [] })
    expect(writes()).toEqual([])
  })

  it('waits as long as Graph asks for, and says so', async () => {
    sandbox.faults.add({ path: '/catalogs', method: 'POST', do: { kind: 'status', status: 429, retryAfter: 315 } })
    const { outcome, events } = await carryOut(planOf([newCatalog('C')], { scope }))
    expect(outcome).toMatchObject({ status: 'done', milliseconds: 315_000, waitedMilliseconds: 315_000 })
    expect(events).toContainEqual({ type: 'waiting', why: 'throttled', milliseconds: 315_000 })
  })

  it('goes on with other lanes when a step fails', async () => {
    sandbox.faults.add({ path: '/catalogs', method: 'POST', do: { kind: 'status', status: 403 } })
    const steps = [newCatalog('C'), packageStep('C', 'P'), newCatalog('D')]
    const { outcome, results } = await carryOut(planOf(steps, { scope }))
    expect(outcome.status).toBe('failed')
    expect(results).toEqual(['failed', 'not-run', 'created'])
  })

  it('counts its own requests of a transport that others use too', async () => {
    const { clock } = manualClock()
    const shared = limited(transport, clock)
    await shared.send({ method: 'GET', path: `${em}/catalogs` })
    const outcome = await apply(planOf([], { scope }), { transport: shared, clock })
    expect(outcome.requests).toBe(shared.requests - 1)
  })
})

describe('apply refuses', () => {
  it('a plan with an error, without asking the tenant', async () => {
    const { outcome, results } = await carryOut(planOf([newCatalog('C')], { scope, findings: [errorFinding] }))
    expect(outcome.status).toBe('refused')
    expect(outcome.failure).toMatchObject({ message: 'The plan has an error', because: errorFinding.message })
    expect(results).toEqual(['not-run'])
    expect(sandbox.requests).toEqual([])
  })

  it('a plan whose steps wait for what is not in it', async () => {
    const { outcome } = await carryOut(planOf([packageStep('C', 'P')], { scope }))
    expect(outcome).toMatchObject({ status: 'refused', failure: { message: 'The plan is not in order' } })
  })

  it('to write where it may not read', async () => {
    transport = sandboxTransport(sandbox, { permissions: ['User.Read.All'] })
    const { outcome, results } = await carryOut(planOf([newCatalog('C')], { scope }))
    expect(outcome.status).toBe('refused')
    expect(outcome.failure?.because).toContain("can't be read")
    expect(results).toEqual(['not-run'])
    expect(writes()).toEqual([])
  })

  it('to write where no answer comes, or signing in fails', async () => {
    transport = { send: async () => Promise.reject(new TransportError('h cut the connection.')) }
    const cut = await carryOut(planOf([newCatalog('C')], { scope }))
    expect(cut.outcome).toMatchObject({ status: 'refused', failure: { because: 'h cut the connection.' } })
    transport = { send: async () => Promise.reject(new NotSentError('Run az login.')) }
    const unsigned = await carryOut(planOf([newCatalog('C')], { scope }))
    expect(unsigned.outcome).toMatchObject({ status: 'refused', failure: { because: 'Run az login.' } })
  })

  it('by name what is there and not as declared, and writes nothing at all', async () => {
    await catalog('C')
    const other = newCatalog('C', { changes: [{ path: 'description', after: 'declared' }] })
    const { outcome, results } = await carryOut(planOf([newCatalog('D'), other], { scope }))
    expect(outcome.status).toBe('refused')
    expect(results).toEqual(['not-run', 'stale'])
    expect(outcome.steps[1]?.failure).toEqual({
      message: 'C is there already, and not as declared',
      because: 'the tenant has changed since the plan was made',
      remedy: 'Run entitle plan again to see what it would do now.',
    })
    expect(writes()).toEqual(['POST /catalogs'])
  })

  it('what was changed, and what is gone', async () => {
    const c = await catalog('C')
    const p = await accessPackage(c, 'P')
    const q = await accessPackage(c, 'Q')
    const guardOf = async (name: string, id: string) =>
      ({ expect: 'unchanged', id, digest: digestOf(await live(`catalog/C/access-package/${name}`)) }) as const
    const change = (name: string, id: string, guard: Step['guard']) =>
      updateStep(id, {
        id: `update ${name}`,
        address: `catalog/C/access-package/${name}`,
        changes: [{ path: 'description', after: 'new' }],
        guard,
      })
    const steps = [change('P', p, await guardOf('P', p)), change('Q', q, await guardOf('Q', q))]
    await send('PATCH', `/accessPackages/${p}`, { description: 'by somebody else' })
    await send('DELETE', `/accessPackages/${q}`)
    const count = writes().length
    const { outcome } = await carryOut(planOf(steps, { scope }))
    expect(outcome.steps.map(({ result, failure }) => [result, failure?.message])).toEqual([
      ['stale', 'C › P has been changed since the plan was made'],
      ['stale', 'C › Q is not there any more'],
    ])
    expect(writes()).toHaveLength(count)
  })
})

describe('a step turns out milder', () => {
  it('where the object is there as declared: its id is taken for what needs it', async () => {
    const c = await catalog('C')
    const { outcome, results } = await carryOut(planOf([newCatalog('C'), packageStep('C', 'P')], { scope }))
    expect([outcome.status, results]).toEqual(['done', ['already', 'created']])
    expect((await live('catalog/C')).id).toBe(c)
    expect((await live('catalog/C/access-package/P')).parent).toBe('catalog/C')
  })

  it('where somebody made the change, or the deletion, already', async () => {
    const c = await catalog('C')
    const p = await accessPackage(c, 'P')
    const guard = { expect: 'unchanged', id: p, digest: digestOf(await live('catalog/C/access-package/P')) } as const
    const step = updateStep(p, {
      address: 'catalog/C/access-package/P',
      changes: [{ path: 'description', before: '', after: 'new' }],
      guard,
    })
    await send('PATCH', `/accessPackages/${p}`, { description: 'new' })
    const updated = await carryOut(planOf([step], { scope }))
    expect(updated.results).toEqual(['already'])
    await send('DELETE', `/accessPackages/${p}`)
    const deleted = await carryOut(planOf([deleteStep(p, { guard })], { scope }))
    expect([deleted.outcome.status, deleted.results]).toEqual(['done', ['already']])
  })

  it('and not harsher: a replacement expects what it deletes', async () => {
    const c = await catalog('C')
    const p = await accessPackage(c, 'P')
    const address = 'catalog/C/access-package/P'
    const remove = deleteStep(p, { address, guard: { expect: 'present', id: p } })
    const again = packageStep('C', 'P', {
      guard: { expect: 'absent', identity: identityOf(await live(address)) },
      changes: [{ path: 'description', after: 'anew' }],
      after: [remove.id],
    })
    const { outcome, results } = await carryOut(planOf([remove, again], { scope, ids: { 'catalog/C': c } }))
    expect([outcome.status, results]).toEqual(['done', ['deleted', 'created']])
    expect((await live(address)).id).not.toBe(p)
  })
})

describe('cancelling', () => {
  it('before or while reading writes nothing', async () => {
    const { outcome, results } = await carryOut(planOf([newCatalog('C')], { scope }), AbortSignal.abort())
    expect([outcome.status, results]).toEqual(['cancelled', ['not-run']])
    expect(writes()).toEqual([])
  })

  it('between two writes says which took effect', async () => {
    const stop = new AbortController()
    const inner = transport
    transport = {
      async send(request, signal) {
        const answer = await inner.send(request, signal)
        if (request.method === 'POST' && request.path.endsWith('/catalogs')) stop.abort(new Error('stop'))
        return answer
      },
    }
    const { outcome, results } = await carryOut(
      planOf([newCatalog('C'), packageStep('C', 'P')], { scope }),
      stop.signal,
    )
    expect([outcome.status, results]).toEqual(['cancelled', ['created', 'not-run']])
    expect(writes()).toEqual(['POST /catalogs'])
  })

  it('after the last write changes nothing', async () => {
    const stop = new AbortController()
    const inner = transport
    transport = {
      async send(request, signal) {
        const answer = await inner.send(request, signal)
        if (request.method === 'POST' && request.path.endsWith('/catalogs')) stop.abort(new Error('stop'))
        return answer
      },
    }
    const { outcome } = await carryOut(planOf([newCatalog('C')], { scope }), stop.signal)
    expect(outcome.status).toBe('done')
  })
})

describe('a fault of our own', () => {
  it('neither hides what took effect nor stops other lanes', async () => {
    const inner = transport
    transport = {
      async send(request, signal) {
        const name = (request.body as { displayName?: string } | undefined)?.displayName
        if (request.method === 'POST' && name === 'C') throw new RangeError('broken')
        return inner.send(request, signal)
      },
    }
    const steps = [newCatalog('C'), newCatalog('D', { after: ['create catalog/C'] }), newCatalog('E')]
    const { outcome, results } = await carryOut(planOf(steps, { scope }))
    expect([outcome.status, results]).toEqual(['failed', ['unknown', 'not-run', 'created']])
    expect(outcome.steps[0]?.failure?.because).toBe('RangeError: broken')
  })
})
