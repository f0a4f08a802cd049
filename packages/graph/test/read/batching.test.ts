import { describe, expect, it } from 'vitest'
import type { HttpTransport } from '../../src/ports/ports.ts'
import { batching } from '../../src/read/batching.ts'
import { answering } from '../worlds/answering.ts'

const get = (path: string) => ({ method: 'GET', path }) as const

describe('batching', () => {
  it('sends what is asked for at the same time together, and answers each', async () => {
    const graph = answering({ '/a': 1, '/b': 2 })
    const transport = batching(graph)
    const [a, b, c] = await Promise.all([
      transport.send(get('/a')),
      transport.send(get('/b')),
      transport.send(get('/c')),
    ])
    expect([a?.body, b?.body, c?.status]).toEqual([1, 2, 404])
    expect(graph.sent.map(({ path }) => path)).toEqual(['/$batch'])
    expect(transport.requests).toBe(1)
  })

  it('sends a single request as it is', async () => {
    const graph = answering({ '/a': 1 })
    await batching(graph).send(get('/a'))
    expect(graph.sent.map(({ path }) => path)).toEqual(['/a'])
  })

  it('puts at most twenty into one batch', async () => {
    const graph = answering(Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`/${at}`, at])))
    const transport = batching(graph)
    const answers = await Promise.all(Array.from({ length: 45 }, (_, at) => transport.send(get(`/${at}`))))
    expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 45 }, (_, at) => at))
    expect(transport.requests).toBe(3)
  })

  it('leaves writes and links to other places alone', async () => {
    const graph = answering({ '/a': 1 })
    const transport = batching(graph)
    await Promise.all([
      transport.send({ method: 'POST', path: '/a', body: {} }),
      transport.send(get('https://graph.microsoft.com/v1.0/a')),
    ])
    expect(graph.sent.map(({ path }) => path)).toEqual(['/a', 'https://graph.microsoft.com/v1.0/a'])
  })

  it('gives every part the answer of a batch that failed as a whole', async () => {
    const refusing: HttpTransport = { send: async () => ({ status: 503, headers: {}, body: undefined }) }
    const transport = batching(refusing)
    const answers = await Promise.all([transport.send(get('/a')), transport.send(get('/b'))])
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
  })

  it('takes a part without an answer for failed', async () => {
    const forgetful: HttpTransport = {
      send: async () => ({ status: 200, headers: {}, body: { responses: [{ id: '1', status: 200 }] } }),
    }
    const transport = batching(forgetful)
    const answers = await Promise.all([transport.send(get('/a')), transport.send(get('/b'))])
    expect(answers.map(({ status }) => status)).toEqual([200, 500])
  })

  it('lets every part know that no answer came', async () => {
    const cut: HttpTransport = { send: async () => Promise.reject(new Error('cut')) }
    const transport = batching(cut)
    const answers = await Promise.allSettled([transport.send(get('/a')), transport.send(get('/b'))])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('is the same transport when it is made batching twice', () => {
    const transport = batching(answering({}))
    expect(batching(transport)).toBe(transport)
  })
})
