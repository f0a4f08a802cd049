import { describe, expect, it } from 'vitest'
import { batchRequest } from '../../src/apply/batch.ts'
import { limited, type Wait } from '../../src/apply/limited.ts'
import { type HttpRequest, NotSentError, TransportError } from '../../src/ports/ports.ts'
import { manualClock } from './manual-clock.ts'
import { answer, graphError, scripted } from './scripted-transport.ts'

const get: HttpRequest = { method: 'GET', path: '/a' }
const post: HttpRequest = { method: 'POST', path: '/a', body: {} }
const lost = new TransportError('cut')
const throttled = (seconds: string) => graphError(429, 'TooManyRequests', 'Slow down.', { 'retry-after': seconds })

const within = (script: Parameters<typeof scripted>[0], otherwise?: Parameters<typeof scripted>[1]) => {
  const time = manualClock()
  const waits: Wait[] = []
  const { transport, sent } = scripted(script, otherwise)
  const under = limited(transport, time.clock, { onWait: wait => waits.push(wait) })
  return { ...time, waits, sent, under }
}

describe('throttling', () => {
  it('honours Retry-After in full, in seconds and as a date', async () => {
    const { under, sent, waits, elapsed } = within([throttled('315'), throttled('Mon, 01 Jun 2026 08:10:00 GMT')])
    expect((await under.send(get)).status).toBe(200)
    expect(sent).toHaveLength(3)
    expect(waits).toEqual([
      { why: 'throttled', milliseconds: 315_000 },
      { why: 'throttled', milliseconds: 285_000 },
    ])
    expect(elapsed()).toBe(600_000)
  })

  it('repeats a POST that was turned away', async () => {
    const { under, sent } = within([throttled('2')], answer(201, { id: '1' }))
    expect((await under.send(post)).status).toBe(201)
    expect(sent).toHaveLength(2)
  })

  it('waits longer and longer where no time is named, and gives the answer up in the end', async () => {
    const { under, sent, waits } = within([], graphError(429, 'TooManyRequests'))
    expect((await under.send(get)).status).toBe(429)
    expect(sent).toHaveLength(10)
    expect(waits.map(wait => wait.milliseconds)).toEqual([1, 2, 4, 8, 16, 32, 32, 32, 32, 32].map(s => s * 1000))
  })

  it('holds every request back while one is throttled', async () => {
    const time = manualClock()
    const at: [string, number][] = []
    let first = true
    const under = limited(
      {
        async send({ path }) {
          at.push([path, time.elapsed()])
          if (!first) return answer(200)
          first = false
          return throttled('60')
        },
      },
      time.clock,
      { concurrency: 1 },
    )
    await Promise.all(['/a', '/b', '/c'].map(path => under.send({ method: 'GET', path })))
    expect(at[0]).toEqual(['/a', 0])
    expect(at.slice(1).every(([, when]) => when >= 60_000)).toBe(true)
    expect(at).toHaveLength(4)
  })

  it('says nothing of waiting where nothing is throttled', async () => {
    const { under, waits } = within([])
    await under.send(get)
    expect(waits).toEqual([])
  })

  it('heeds Retry-After on 503 for all, though the POST itself is not repeated', async () => {
    const { under, sent, waits, elapsed } = within([graphError(503, 'ServiceUnavailable', '', { 'retry-after': '20' })])
    expect((await under.send(post)).status).toBe(503)
    expect(sent).toHaveLength(1)
    await under.send(get)
    expect(elapsed()).toBe(20_000)
    expect(waits).toEqual([{ why: 'throttled', milliseconds: 20_000 }])
  })
})

describe('failures that may pass', () => {
  it.each([500, 502, 503, 504])('repeats a GET after %d, later and later', async status => {
    const { under, sent, slept } = within([answer(status), answer(status)], answer(200))
    expect((await under.send(get)).status).toBe(200)
    expect(sent).toHaveLength(3)
    expect(slept).toEqual([1000, 2000])
  })

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('repeats a %s whose answer was lost', async method => {
    const { under, sent } = within([lost], answer(204))
    expect((await under.send({ method, path: '/a' })).status).toBe(204)
    expect(sent).toHaveLength(2)
  })

  it('gives up after six tries with the last answer, or with the loss', async () => {
    const failing = within([], answer(500))
    expect((await failing.under.send(get)).status).toBe(500)
    expect(failing.sent).toHaveLength(6)
    const cut = within([], lost)
    await expect(cut.under.send(get)).rejects.toBe(lost)
    expect(cut.sent).toHaveLength(6)
    expect(cut.under.requests).toBe(6)
  })

  it('tries once each while the network is down, until an answer comes', async () => {
    const script = [...Array.from({ length: 7 }, () => lost), answer(200), lost]
    const { under, sent } = within(script)
    await expect(under.send(get)).rejects.toBe(lost)
    await expect(under.send(get)).rejects.toBe(lost)
    expect(sent).toHaveLength(7)
    expect((await under.send(get)).status).toBe(200)
    expect((await under.send(get)).status).toBe(200)
    expect(sent).toHaveLength(10)
  })

  it.each([500, 502, 503, 504])('never repeats a POST after %d', async status => {
    const { under, sent, slept } = within([answer(status)])
    expect((await under.send(post)).status).toBe(status)
    expect(sent).toHaveLength(1)
    expect(slept).toEqual([])
  })

  it('never repeats a POST whose answer was lost', async () => {
    const { under, sent } = within([lost])
    await expect(under.send(post)).rejects.toBe(lost)
    expect(sent).toHaveLength(1)
  })

  it('repeats a POST that only asks', async () => {
    const { under, sent } = within([lost], answer(200, { value: [] }))
    await under.send({ method: 'POST', path: '/directoryObjects/getByIds', body: { ids: [] } })
    expect(sent).toHaveLength(2)
  })

  it.each([400, 401, 403, 404, 409, 501])('leaves %d to the caller', async status => {
    const { under, sent } = within([answer(status)])
    expect((await under.send(get)).status).toBe(status)
    expect(sent).toHaveLength(1)
  })

  it('does not repeat what was never sent', async () => {
    const { under, sent } = within([new NotSentError('Sign in.')])
    await expect(under.send(get)).rejects.toThrow('Sign in.')
    expect(sent).toHaveLength(1)
  })
})

describe('$batch', () => {
  const part = (id: string, method: HttpRequest['method'], dependsOn?: string[]) => ({
    id,
    method,
    url: `/${id}`,
    ...(dependsOn === undefined ? {} : { dependsOn }),
  })
  const responses = (...all: [string, number, Record<string, string>?][]) =>
    answer(200, { responses: all.map(([id, status, headers = {}]) => ({ id, status, headers })) })
  const statuses = (response: { body: unknown }) =>
    Object.fromEntries(
      (response.body as { responses: { id: string; status: number }[] }).responses.map(({ id, status }) => [
        id,
        status,
      ]),
    )
  const idsSent = (request: HttpRequest | undefined) =>
    (request?.body as unknown as { requests: { id: string; dependsOn?: string[] }[] } | undefined)?.requests

  it('repeats one that only reads after a loss, but not one that makes something', async () => {
    const reading = within([lost], responses(['1', 200]))
    await reading.under.send(batchRequest([part('1', 'GET')]))
    expect(reading.sent).toHaveLength(2)
    const making = within([lost])
    await expect(making.under.send(batchRequest([part('1', 'GET'), part('2', 'POST')]))).rejects.toBe(lost)
    expect(making.sent).toHaveLength(1)
  })

  it('sends throttled parts again after the longest Retry-After, and with them what depended on them', async () => {
    const { under, sent, elapsed } = within([
      responses(['1', 201], ['2', 429, { 'Retry-After': '30' }], ['3', 424], ['4', 429, { 'Retry-After': '40' }]),
      responses(['2', 201], ['3', 201], ['4', 200]),
    ])
    const response = await under.send(
      batchRequest([part('1', 'POST'), part('2', 'POST', ['1']), part('3', 'POST', ['2']), part('4', 'GET')]),
    )
    expect(statuses(response)).toEqual({ 1: 201, 2: 201, 3: 201, 4: 200 })
    expect(idsSent(sent[1])).toEqual([part('2', 'POST'), part('3', 'POST', ['2']), part('4', 'GET')])
    expect(elapsed()).toBe(40_000)
  })

  it('sends failing parts again that are safe to repeat, and leaves the others and what is behind them', async () => {
    const { under, sent } = within([responses(['1', 503], ['2', 503], ['3', 424]), responses(['1', 200])])
    const response = await under.send(batchRequest([part('1', 'GET'), part('2', 'POST'), part('3', 'POST', ['2'])]))
    expect(statuses(response)).toEqual({ 1: 200, 2: 503, 3: 424 })
    expect(idsSent(sent[1])?.map(({ id }) => id)).toEqual(['1'])
  })

  it('never calls a part turned away that may have been carried out when it was sent again', async () => {
    const { under } = within([responses(['1', 429]), graphError(504, 'GatewayTimeout')])
    expect(statuses(await under.send(batchRequest([part('1', 'POST')])))).toEqual({ 1: 504 })
  })

  it('gives up in the end with what it has', async () => {
    const { under, sent } = within([], responses(['1', 503]))
    expect(statuses(await under.send(batchRequest([part('1', 'GET')])))).toEqual({ 1: 503 })
    expect(sent).toHaveLength(6)
  })

  it('leaves a batch that is refused as a whole', async () => {
    const { under, sent } = within([graphError(400, 'BadRequest')])
    expect((await under.send(batchRequest([part('1', 'POST')]))).status).toBe(400)
    expect(sent).toHaveLength(1)
  })
})

describe('concurrency', () => {
  it('lets no more than four requests be under way', async () => {
    const { clock } = manualClock()
    let under = 0
    let most = 0
    const transport = limited(
      {
        async send() {
          under += 1
          most = Math.max(most, under)
          await new Promise(resolve => setImmediate(resolve))
          under -= 1
          return answer(200)
        },
      },
      clock,
    )
    await Promise.all(Array.from({ length: 12 }, () => transport.send(get)))
    expect(most).toBe(4)
    expect(transport.requests).toBe(12)
  })

  it('goes on after a request that threw', async () => {
    const { under } = within([new Error('broken'), answer(200)])
    await expect(under.send(get)).rejects.toThrow('broken')
    expect((await under.send(get)).status).toBe(200)
  })
})

describe('one limiter for a process', () => {
  it('is the same when limited again, and tells all who watch', async () => {
    const { under, clock, waits } = within([throttled('1'), answer(200), throttled('1')])
    const more: Wait[] = []
    const again = limited(under, clock)
    expect(again).toBe(under)
    const stop = again.watch(wait => more.push(wait))
    await again.send(get)
    stop()
    await again.send(get)
    expect(waits).toHaveLength(2)
    expect(more).toHaveLength(1)
  })
})

describe('cancelling', () => {
  it('sends nothing once cancelled', async () => {
    const { under, sent } = within([])
    await expect(under.send(get, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop')
    expect(sent).toHaveLength(0)
  })

  it('ends a wait', async () => {
    const stop = new AbortController()
    const { under, sent } = within([
      () => {
        stop.abort(new Error('stop'))
        return throttled('300')
      },
    ])
    await expect(under.send(post, stop.signal)).rejects.toThrow('stop')
    expect(sent).toHaveLength(1)
  })

  it('leaves the queue', async () => {
    const { clock } = manualClock()
    const stop = new AbortController()
    const release: (() => void)[] = []
    const transport = limited(
      { send: () => new Promise(resolve => void release.push(() => resolve(answer(200)))) },
      clock,
      { concurrency: 1 },
    )
    const first = transport.send(get)
    const second = transport.send(get, stop.signal)
    stop.abort(new Error('stop'))
    await expect(second).rejects.toThrow('stop')
    release[0]?.()
    expect((await first).status).toBe(200)
    const third = transport.send(get)
    await new Promise(resolve => setImmediate(resolve))
    release[1]?.()
    expect((await third).status).toBe(200)
  })

  it('waits for a write that is under way, and drops a read', async () => {
    const { clock } = manualClock()
    const seen: (boolean | undefined)[] = []
    const stop = new AbortController()
    const transport = limited(
      {
        async send(_request, signal) {
          seen.push(signal !== undefined)
          return answer(200)
        },
      },
      clock,
    )
    await transport.send(post, stop.signal)
    await transport.send(get, stop.signal)
    expect(seen).toEqual([false, true])
  })

  it('tells what came of a write that may have taken effect, rather than that it was cancelled', async () => {
    const stop = new AbortController()
    const { under } = within([
      () => {
        stop.abort(new Error('stop'))
        return lost
      },
    ])
    await expect(under.send({ method: 'PATCH', path: '/a' }, stop.signal)).rejects.toBe(lost)
  })
})
