import { describe, expect, it } from 'vitest'
import { batchParts } from '../../src/apply/batch.ts'
import { isReading } from '../../src/apply/repeatable.ts'
import type { Json } from '../../src/model/json.ts'
import { type HttpRequest, NotSentError, TransportError } from '../../src/ports/ports.ts'
import { runSteps } from './run-steps.ts'
import { answer, graphError, type Reply } from './scripted-transport.ts'
import { catalogStep, deleteStep, packageStep, updateStep } from './steps.ts'

const lost = new TransportError('graph.microsoft.com cut the connection.')
const made = (id: string) => answer(201, { id })
const list = (...items: { id: string; displayName: string }[]) => answer(200, { value: items })
const visible = answer(200, { id: 'seen' })
const gone = graphError(404, 'ResourceNotFound')

const answered = (request: HttpRequest) =>
  answer(200, {
    responses: (batchParts(request) ?? []).map(({ id }) => ({ id, status: 200, headers: {}, body: { id } })),
  })

/** Answers every part of a `$batch` by its place. */
const parts =
  (...statuses: (number | { status: number; body?: Json; headers?: { [name: string]: string } })[]): Reply =>
  request =>
    answer(200, {
      responses: (batchParts(request) ?? []).map(({ id }, index) => {
        const each = statuses[index] ?? 200
        return typeof each === 'number'
          ? { id, status: each, headers: {}, body: { id: `id-${id}` } }
          : { id, headers: {}, ...each }
      }),
    })

describe('one step', () => {
  it('is sent, seen, and its id known to what needs it', async () => {
    const { results, sent, requests, events } = await runSteps(
      [catalogStep('C'), packageStep('C', 'P')],
      [made('c-1'), visible, made('p-1'), visible],
    )
    expect(results).toEqual(['created', 'created'])
    expect(sent).toEqual(['POST /catalogs', 'GET /catalogs/c-1', 'POST /accessPackages', 'GET /accessPackages/p-1'])
    expect(requests[2]?.body).toEqual({ displayName: 'P', catalog: { id: 'c-1' } })
    expect(events.map(event => event.type)).toEqual(['step-started', 'step-ended', 'step-started', 'step-ended'])
    expect(events.at(-1)).toMatchObject({ done: 2, of: 2, outcome: { result: 'created' } })
  })

  it('is waited for until it can be read', async () => {
    const { results, events, slept } = await runSteps([catalogStep('C')], [made('c-1'), gone, gone, visible])
    expect(results).toEqual(['created'])
    expect(slept).toEqual([250, 500])
    expect(events).toContainEqual({ type: 'waiting', why: 'visible', milliseconds: 250, step: 'create catalog/C' })
  })

  it('that Graph took and never shows is unknown, and what needs it does not run', async () => {
    const { results, outcomes, elapsed } = await runSteps([catalogStep('C'), packageStep('C', 'P')], [made('c-1')], {
      otherwise: gone,
    })
    expect(results).toEqual(['unknown', 'not-run'])
    expect(outcomes[0]?.failure?.message).toBe('Graph took it, but does not show it')
    expect(elapsed()).toBeGreaterThanOrEqual(120_000)
    expect(elapsed()).toBeLessThan(130_000)
  })

  it('updates and deletes', async () => {
    const { results, sent } = await runSteps(
      [updateStep('u'), deleteStep('d', { after: [updateStep('u').id] })],
      [answer(204), answer(204), gone],
    )
    expect(results).toEqual(['updated', 'deleted'])
    expect(sent).toEqual(['PATCH /accessPackages/u', 'DELETE /accessPackages/d', 'GET /accessPackages/d'])
  })

  it('that deletes what is gone already has nothing left to do', async () => {
    expect((await runSteps([deleteStep('d')], [gone, gone])).results).toEqual(['deleted'])
  })

  it('is gone also where a catalog owner is told 403', async () => {
    const { results } = await runSteps([deleteStep('d')], [answer(204), graphError(403, 'UnAuthorized')])
    expect(results).toEqual(['deleted'])
  })
})

describe('a creation whose answer is lost', () => {
  it('is looked for and taken over, not sent again', async () => {
    const { results, sent } = await runSteps([catalogStep('C')], [lost, list({ id: 'c-1', displayName: 'c' }), visible])
    expect(results).toEqual(['created'])
    expect(sent).toEqual(['POST /catalogs', 'GET /catalogs', 'GET /catalogs/c-1'])
  })

  it.each([500, 502, 503, 504])('is looked for after %d too', async status => {
    const { results, sent } = await runSteps(
      [catalogStep('C')],
      [answer(status), list({ id: 'c-1', displayName: 'C' }), visible],
    )
    expect(results).toEqual(['created'])
    expect(sent.filter(line => line.startsWith('POST'))).toHaveLength(1)
  })

  it('is looked for several times, since it may not be listed yet', async () => {
    const { sent, slept, results } = await runSteps(
      [catalogStep('C')],
      [lost, list(), list({ id: 'x', displayName: 'Other' }), list({ id: 'c-1', displayName: 'C' }), visible],
    )
    expect(results).toEqual(['created'])
    expect(slept).toEqual([1000, 2000])
    expect(sent.filter(line => line.startsWith('POST'))).toHaveLength(1)
  })

  it('is found on a later page', async () => {
    const first = answer(200, { value: [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next' })
    const { results, sent } = await runSteps(
      [catalogStep('C')],
      [lost, first, list({ id: 'c-1', displayName: 'C' }), visible],
    )
    expect(results).toEqual(['created'])
    expect(sent[2]).toBe('GET https://graph.microsoft.com/v1.0/next')
  })

  it('is sent again once it is surely not there', async () => {
    const { results, sent, elapsed } = await runSteps(
      [catalogStep('C')],
      [lost, list(), list(), list(), list(), list(), list(), made('c-1'), visible],
    )
    expect(results).toEqual(['created'])
    expect(sent.filter(line => line.startsWith('POST'))).toHaveLength(2)
    expect(elapsed()).toBe(30_000)
  })

  it('is sent no more than three times', async () => {
    const { results, sent, outcomes } = await runSteps([catalogStep('C')], [], {
      otherwise: request => (request.method === 'POST' ? lost : list()),
    })
    expect(results).toEqual(['unknown'])
    expect(sent.filter(line => line.startsWith('POST'))).toHaveLength(3)
    expect(outcomes[0]?.failure).toMatchObject({
      message: 'It is not known whether Graph did create it',
      because: 'graph.microsoft.com cut the connection.',
    })
  })

  it('stays unknown where the tenant can not be asked, and where two could be it', async () => {
    const cut = await runSteps([catalogStep('C')], [lost], { otherwise: lost })
    expect(cut.results).toEqual(['unknown'])
    const forbidden = await runSteps([catalogStep('C')], [lost, graphError(403, 'x')])
    expect(forbidden.results).toEqual(['unknown'])
    const two = [
      { id: '1', displayName: 'C' },
      { id: '2', displayName: 'C' },
    ]
    expect((await runSteps([catalogStep('C')], [lost, list(...two)])).results).toEqual(['unknown'])
    expect(two).toHaveLength(2)
  })

  it('without a way to look for it stays unknown, and is not sent again', async () => {
    const { lookup: _, ...step } = catalogStep('C')
    const { results, sent } = await runSteps([step], [lost])
    expect(results).toEqual(['unknown'])
    expect(sent).toHaveLength(1)
  })
})

describe('an update or deletion whose answer is lost', () => {
  it('is repeated', async () => {
    expect((await runSteps([updateStep('u')], [lost, lost, answer(204)])).results).toEqual(['updated'])
    expect((await runSteps([deleteStep('d')], [lost, gone, gone])).results).toEqual(['deleted'])
  })

  it('is unknown in the end', async () => {
    const { results } = await runSteps([updateStep('u')], [], { otherwise: lost })
    expect(results).toEqual(['unknown'])
  })
})

describe('what is there already', () => {
  it.each([
    graphError(409, 'DuplicateKey', 'There is already a duplicated entity'),
    graphError(400, 'DuplicateAccessPackage', 'An access package with the name exists'),
    graphError(400, 'BadRequest', 'The specified resource is already onboarded to ELM'),
    graphError(400, 'Request_BadRequest', 'One or more added object references already exist'),
  ])('is taken over (%#)', async refusal => {
    const { results, sent } = await runSteps(
      [catalogStep('C')],
      [refusal, list({ id: 'c-1', displayName: 'C' }), visible],
    )
    expect(results).toEqual(['already'])
    expect(sent).toEqual(['POST /catalogs', 'GET /catalogs', 'GET /catalogs/c-1'])
  })

  it('but can not be found is another write under way: waits and sends again', async () => {
    const { results, events } = await runSteps(
      [catalogStep('C')],
      [graphError(409, 'DuplicateKey'), list(), made('c-1'), visible],
    )
    expect(results).toEqual(['created'])
    expect(events).toContainEqual({ type: 'waiting', why: 'busy', milliseconds: 500, step: 'create catalog/C' })
  })

  it('ends as failed after ten tries', async () => {
    const { results, outcomes, sent } = await runSteps([updateStep('u')], [], {
      otherwise: graphError(409, 'Conflict'),
    })
    expect(results).toEqual(['failed'])
    expect(sent).toHaveLength(10)
    expect(outcomes[0]?.failure).toMatchObject({ status: 409, code: 'Conflict', requestId: 'r-1' })
  })
})

describe('what is not visible everywhere yet', () => {
  it('is waited for where this deployment made it', async () => {
    const { results, events } = await runSteps(
      [catalogStep('C'), packageStep('C', 'P')],
      [made('c-1'), visible, gone, made('p-1'), visible],
    )
    expect(results).toEqual(['created', 'created'])
    expect(events).toContainEqual(expect.objectContaining({ type: 'waiting', why: 'visible' }))
  })

  it('is no reason to wait where it was there before', async () => {
    const { results, sent, outcomes } = await runSteps([packageStep('C', 'P', { after: [] })], [gone], {
      ids: { 'catalog/C': 'c-0' },
    })
    expect(results).toEqual(['failed'])
    expect(sent).toHaveLength(1)
    expect(outcomes[0]?.failure?.because).toContain('something that it refers to is not there any more')
  })

  it('also of what still held a resource', async () => {
    const bound = graphError(400, 'InvalidDeleteResourceHasEntitlements')
    const steps = [deleteStep('a'), deleteStep('b', { after: [deleteStep('a').id] })]
    const { results } = await runSteps(steps, [answer(204), gone, bound, bound, answer(204), gone])
    expect(results).toEqual(['deleted', 'deleted'])
    const alone = await runSteps([deleteStep('b')], [bound])
    expect(alone.results).toEqual(['failed'])
    expect(alone.sent).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('fails its step and what needs it, and no other', async () => {
    const steps = [catalogStep('C'), packageStep('C', 'P'), catalogStep('D')]
    const { results } = await runSteps(steps, [], {
      otherwise: request => {
        const name = (request.body as { displayName?: string } | undefined)?.displayName
        if (request.method === 'GET') return visible
        return name === 'C' ? graphError(403, 'Authorization_RequestDenied') : made('d-1')
      },
    })
    expect(results).toEqual(['failed', 'not-run', 'created'])
  })

  it('of a resource request may come with 201', async () => {
    const { results } = await runSteps([catalogStep('C')], [answer(201, { id: 'r', state: 'deliveryFailed' })])
    expect(results).toEqual(['failed'])
  })

  it('to sign in is told, and nothing waits', async () => {
    const { results, outcomes, slept } = await runSteps([catalogStep('C')], [new NotSentError('Run az login.')])
    expect(results).toEqual(['failed'])
    expect(outcomes[0]?.failure).toMatchObject({ message: 'Nothing was sent to Graph', because: 'Run az login.' })
    expect(slept).toEqual([])
  })

  it('for want of an id says which', async () => {
    const { results, outcomes, sent } = await runSteps([packageStep('C', 'P', { after: [] })], [])
    expect(results).toEqual(['failed'])
    expect(outcomes[0]?.failure?.message).toBe('The id of catalog/C is not known')
    expect(sent).toEqual([])
  })
})

describe('a chained $batch', () => {
  const ids = { 'catalog/C': 'c-0' }
  const three = ['P', 'Q', 'R'].map(name => packageStep('C', name, { after: [] }))

  it('carries the steps that wait for nothing, in order, and their reading back', async () => {
    const { results, sent, requests } = await runSteps(three, [parts(201, 201, 201), parts(200, 200, 200)], { ids })
    expect(results).toEqual(['created', 'created', 'created'])
    expect(sent).toEqual(['POST /$batch', 'POST /$batch'])
    const [write, back] = requests.map(request => batchParts(request))
    expect(write?.map(({ id, method, dependsOn }) => [id, method, dependsOn])).toEqual([
      ['1', 'POST', undefined],
      ['2', 'POST', ['1']],
      ['3', 'POST', ['2']],
    ])
    expect(write?.[0]).toMatchObject({
      url: '/identityGovernance/entitlementManagement/accessPackages',
      headers: { 'Content-Type': 'application/json' },
      body: { displayName: 'P', catalog: { id: 'c-0' } },
    })
    expect(back?.map(({ method, url, dependsOn }) => [method, url.split('/').at(-1), dependsOn])).toEqual(
      ['id-1', 'id-2', 'id-3'].map(id => ['GET', id, undefined]),
    )
  })

  it('holds at most twenty', async () => {
    const many = Array.from({ length: 45 }, (_, index) => packageStep('C', `P${index}`, { after: [] }))
    const { results, requests } = await runSteps(many, [], { ids, otherwise: parts() })
    expect(new Set(results)).toEqual(new Set(['created']))
    expect(requests.map(request => batchParts(request)?.length)).toEqual([20, 20, 20, 20, 5, 5])
  })

  it('whose second step is refused: the third is tried all the same', async () => {
    const refused = { status: 403, body: { error: { code: 'AccessDenied', message: 'No.' } } }
    const { results, sent } = await runSteps(three, [parts(201, refused, 424), visible, made('r-1'), visible], { ids })
    expect(results).toEqual(['created', 'failed', 'created'])
    expect(sent).toEqual([
      'POST /$batch',
      'GET /accessPackages/id-1',
      'POST /accessPackages',
      'GET /accessPackages/r-1',
    ])
  })

  it('of which a part is throttled is sent again from there', async () => {
    const throttled = { status: 429, headers: { 'Retry-After': '30' } }
    const { results, requests, elapsed } = await runSteps(
      three,
      [parts(201, throttled, 424), parts(201, 201), parts()],
      { ids },
    )
    expect(results).toEqual(['created', 'created', 'created'])
    expect(batchParts(requests[1] ?? { method: 'GET', path: '' })).toHaveLength(2)
    expect(elapsed()).toBe(30_000)
  })

  it('whose answer is lost: looks for each until one is absent, then sends the rest', async () => {
    const { results, sent } = await runSteps(
      three,
      [
        lost,
        list({ id: 'p', displayName: 'P' }),
        ...Array.from({ length: 6 }, () => list({ id: 'p', displayName: 'P' })),
        visible,
        parts(201, 201),
        parts(),
      ],
      { ids },
    )
    expect(results).toEqual(['created', 'created', 'created'])
    expect(sent.filter(line => line.startsWith('GET /catalogs'))).toHaveLength(7)
    expect(sent.slice(-3)).toEqual(['GET /accessPackages/p', 'POST /$batch', 'POST /$batch'])
  })

  it('that is refused as a whole fails each', async () => {
    const { results, sent } = await runSteps(three, [graphError(401, 'InvalidAuthenticationToken')], { ids })
    expect(results).toEqual(['failed', 'failed', 'failed'])
    expect(sent).toHaveLength(1)
  })

  it('that leaves a part unanswered looks for it', async () => {
    const partial: Reply = answer(200, { responses: [{ id: '1', status: 201, headers: {}, body: { id: 'p' } }] })
    const { results } = await runSteps(
      three.slice(0, 2),
      [partial, list({ id: 'q', displayName: 'Q' }), parts(200, 200)],
      { ids },
    )
    expect(results).toEqual(['created', 'created'])
  })

  it('lost again and again ends', async () => {
    const { results, sent } = await runSteps(three, [], {
      ids,
      otherwise: request => (request.method === 'POST' ? lost : list()),
    })
    expect(results).toEqual(['unknown', 'unknown', 'unknown'])
    expect(sent.filter(line => line.startsWith('POST')).length).toBeLessThanOrEqual(12)
  })

  it('mixes updates in, which are repeated after a loss', async () => {
    const steps = [three[0] ?? updateStep('x'), updateStep('u')]
    const { results } = await runSteps(steps, [lost, list({ id: 'p', displayName: 'P' }), visible, answer(204)], {
      ids,
    })
    expect(results).toEqual(['created', 'updated'])
  })
})

describe('lanes', () => {
  it('wait for each other where a step says so', async () => {
    const b = catalogStep('B')
    const a = catalogStep('A', { after: [b.id] })
    const { results, requests } = await runSteps([a, b], [], {
      otherwise: request => (request.method === 'POST' ? made('x') : visible),
    })
    expect(results).toEqual(['created', 'created'])
    const made_ = requests.filter(({ method }) => method === 'POST').map(({ body }) => body)
    expect(made_).toEqual([{ displayName: 'B' }, { displayName: 'A' }])
  })

  it('write one at a time each, and side by side', async () => {
    const under = new Map<string, number>()
    let mostOfOne = 0
    let most = 0
    const laneOf = (request: HttpRequest) => /"displayName":"(\w)/.exec(JSON.stringify(request.body))?.[1] ?? ''
    const steps = ['A', 'B'].flatMap(name => [
      catalogStep(name),
      packageStep(name, `${name}1`),
      packageStep(name, `${name}2`, { after: [`create catalog/${name}/access-package/${name}1`] }),
      packageStep(name, `${name}3`),
    ])
    const { results } = await runSteps(steps, [], {
      otherwise: async request => {
        if (request.method === 'GET') return visible
        if (isReading(request)) return answered(request)
        const lane = laneOf(request)
        under.set(lane, (under.get(lane) ?? 0) + 1)
        mostOfOne = Math.max(mostOfOne, under.get(lane) ?? 0)
        most = Math.max(most, [...under.values()].filter(count => count > 0).length)
        await new Promise(resolve => setTimeout(resolve, 1))
        under.set(lane, (under.get(lane) ?? 0) - 1)
        return batchParts(request) === undefined ? made(`id-${lane}`) : answered(request)
      },
    })
    expect(new Set(results)).toEqual(new Set(['created']))
    expect({ mostOfOne, most }).toEqual({ mostOfOne: 1, most: 2 })
  })
})

describe('cancelling', () => {
  it('finishes what is under way, begins nothing more, and says what took effect', async () => {
    const stop = new AbortController()
    const { results, sent } = await runSteps(
      [catalogStep('C'), packageStep('C', 'P')],
      [
        () => {
          stop.abort(new Error('stop'))
          return made('c-1')
        },
      ],
      { signal: stop.signal },
    )
    expect(results).toEqual(['created', 'not-run'])
    expect(sent).toEqual(['POST /catalogs'])
  })

  it('while Graph is busy leaves the step not run', async () => {
    const stop = new AbortController()
    const { results } = await runSteps(
      [updateStep('u')],
      [
        () => {
          stop.abort(new Error('stop'))
          return graphError(423, 'Locked')
        },
      ],
      { signal: stop.signal },
    )
    expect(results).toEqual(['not-run'])
  })

  it('while an answer is lost leaves the step unknown', async () => {
    const stop = new AbortController()
    const { results } = await runSteps(
      [catalogStep('C')],
      [
        () => {
          stop.abort(new Error('stop'))
          return lost
        },
      ],
      { signal: stop.signal },
    )
    expect(results).toEqual(['unknown'])
  })

  it('before the first step runs none', async () => {
    const { results, sent } = await runSteps([catalogStep('C')], [], { signal: AbortSignal.abort() })
    expect(results).toEqual(['not-run'])
    expect(sent).toEqual([])
  })
})
