import { describe, expect, it } from 'vitest'
import { type HttpMethod, NotSentError, TransportError } from '../../src/ports/ports.ts'
import { graphTransport } from '../../src/web/index.ts'
import { credentialWith, loopbackServer, tokenOf } from './loopback-server.ts'

const token = tokenOf({ tid: 't' })
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  ((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }) satisfies Parameters<typeof loopbackServer>[0]

const to = (url: string, more: Partial<Parameters<typeof graphTransport>[0]> = {}) =>
  graphTransport({ credential: credentialWith(token), baseUrl: url, allowLoopback: true, ...more })

describe('graphTransport', () => {
  it('sends the token, the version and the path, and gives status, headers and body', async () => {
    await using server = await loopbackServer(json({ id: '1' }, 201, { 'Request-Id': 'r', 'Retry-After': '3' }))
    const answer = await to(server.url).send({
      method: 'POST',
      path: "/catalogs?$expand=a($select=b),c&$filter=x eq 'a%26b'",
      body: { name: 'Ä' },
      headers: { Prefer: 'include-unknown-enum-members' },
    })
    expect(answer).toMatchObject({ status: 201, body: { id: '1' }, headers: { 'request-id': 'r', 'retry-after': '3' } })
    const [request] = server.received
    expect(request).toMatchObject({ method: 'POST', body: '{"name":"Ä"}' })
    expect(decodeURI(request?.url ?? '')).toBe("/v1.0/catalogs?$expand=a($select=b),c&$filter=x eq 'a%26b'")
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      prefer: 'include-unknown-enum-members',
    })
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'POST'] as HttpMethod[])('sends a %s', async method => {
    await using server = await loopbackServer((_request, response) => response.writeHead(204).end())
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: { a: 1 } }
    expect(await to(server.url).send({ method, path: '/a', ...body })).toMatchObject({ status: 204, body: undefined })
    expect(server.received[0]).toMatchObject({ method, url: '/v1.0/a' })
  })

  it('takes addresses of sites in a filter for what they are', async () => {
    await using server = await loopbackServer(json({ value: [] }))
    await to(server.url).send({
      method: 'GET',
      path: "/r?$filter=originId eq 'https://contoso.sharepoint.com/sites/P'",
    })
    expect(decodeURI(server.received[0]?.url ?? '')).toBe(
      "/v1.0/r?$filter=originId eq 'https://contoso.sharepoint.com/sites/P'",
    )
  })

  it.each([400, 401, 404, 429, 500, 503])('gives %d as an answer, once', async status => {
    await using server = await loopbackServer(json({ error: { code: 'X', message: 'Y' } }, status))
    const answer = await to(server.url).send({ method: 'GET', path: '/a' })
    expect(answer).toMatchObject({ status, body: { error: { code: 'X' } } })
    expect(server.received).toHaveLength(1)
  })

  it('gives text that is no JSON as text', async () => {
    await using server = await loopbackServer((_request, response) => response.writeHead(502).end('<h1>Proxy</h1>'))
    expect((await to(server.url).send({ method: 'GET', path: '/a' })).body).toBe('<h1>Proxy</h1>')
  })

  it('follows no redirect', async () => {
    await using server = await loopbackServer((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    )
    expect((await to(server.url).send({ method: 'GET', path: '/a' })).status).toBe(302)
  })

  it('follows the next links of its own host', async () => {
    await using server = await loopbackServer(json({ value: [] }))
    await to(server.url).send({ method: 'GET', path: `${server.url}/v1.0/a?$skiptoken=x%20y` })
    expect(server.received[0]?.url).toBe('/v1.0/a?$skiptoken=x%20y')
  })

  it.each([
    'https://elsewhere.example/v1.0/a',
    'http://127.0.0.1:1/v1.0/a',
    'nonsense',
    'https://graph.microsoft.com/v1.0/a',
  ])('sends no token to %s', async path => {
    await using server = await loopbackServer(json({}))
    await expect(to(server.url).send({ method: 'GET', path })).rejects.toBeInstanceOf(NotSentError)
    expect(server.received).toEqual([])
  })

  it('refuses plain http but to this machine, and loopback but when asked for', () => {
    const credential = credentialWith(token)
    expect(() => graphTransport({ credential, baseUrl: 'http://graph.example' })).toThrow('could be read on the way')
    expect(() => graphTransport({ credential, baseUrl: 'http://10.0.0.1', allowLoopback: true })).toThrow(NotSentError)
    expect(() => graphTransport({ credential, baseUrl: 'http://127.0.0.1:1' })).toThrow(NotSentError)
    expect(() => graphTransport({ credential, baseUrl: 'graph' })).toThrow("'graph' is no address")
    expect(() => graphTransport({ credential, baseUrl: 'ftp://127.0.0.1', allowLoopback: true })).toThrow(NotSentError)
  })
})

describe('no answer', () => {
  it('says that connections are refused', async () => {
    const server = await loopbackServer(json({}))
    await server.close()
    const failed = to(server.url).send({ method: 'GET', path: '/a' })
    await expect(failed).rejects.toBeInstanceOf(TransportError)
    await expect(failed).rejects.toThrow(/^127\.0\.0\.1:\d+ refuses connections\.$/)
  })

  it('says that the connection was cut, also in the middle of an answer', async () => {
    await using cut = await loopbackServer((_request, response) => response.destroy())
    await expect(to(cut.url).send({ method: 'GET', path: '/a' })).rejects.toThrow('cut the connection')
    await using half = await loopbackServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"a"')
      setImmediate(() => response.destroy())
    })
    await expect(to(half.url).send({ method: 'GET', path: '/a' })).rejects.toBeInstanceOf(TransportError)
  })

  it('gives up after the time-out', async () => {
    await using server = await loopbackServer(() => undefined)
    const failed = to(server.url, { timeoutMilliseconds: 30 }).send({ method: 'GET', path: '/a' })
    await expect(failed).rejects.toThrow('did not answer in time')
    await expect(failed).rejects.toBeInstanceOf(TransportError)
  })

  it('throws the reason of the signal', async () => {
    await using server = await loopbackServer(() => stop.abort(new Error('stopped')))
    const stop = new AbortController()
    await expect(to(server.url).send({ method: 'GET', path: '/a' }, stop.signal)).rejects.toThrow('stopped')
    await expect(to(server.url).send({ method: 'GET', path: '/a' }, stop.signal)).rejects.toThrow('stopped')
    expect(server.received).toHaveLength(1)
  })
})

describe('signing in', () => {
  it('is asked for the scope of the cloud', async () => {
    await using server = await loopbackServer(json({}))
    const asked: unknown[] = []
    const credential = {
      getToken: async (scopes: string | string[]) => {
        asked.push(scopes)
        return { token, expiresOnTimestamp: 0 }
      },
    }
    await to(server.url, { credential, cloud: 'usgov-dod' }).send({ method: 'GET', path: '/a' })
    expect(asked).toEqual([['https://dod-graph.microsoft.us/.default']])
  })

  it('that fails is told in its own words, and nothing is sent', async () => {
    await using server = await loopbackServer(json({}))
    const known = { getToken: async () => Promise.reject(new NotSentError('Run az login.')) }
    await expect(to(server.url, { credential: known }).send({ method: 'GET', path: '/a' })).rejects.toThrow(
      /^Run az login\.$/,
    )
    const other = { getToken: async () => Promise.reject(new Error('AADSTS7000215: Wrong secret\nTrace ID: 1')) }
    const failed = to(server.url, { credential: other }).send({ method: 'GET', path: '/a' })
    await expect(failed).rejects.toBeInstanceOf(NotSentError)
    await expect(failed).rejects.toThrow(/^Signing in did not work: AADSTS7000215: Wrong secret$/)
    expect(server.received).toEqual([])
  })
})
