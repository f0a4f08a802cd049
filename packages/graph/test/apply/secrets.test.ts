import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { apply } from '../../src/apply/apply.ts'
import type { ApplyEvent, Outcome } from '../../src/apply/outcome.ts'
import { graphTransport } from '../../src/node/index.ts'
import { credentialWith, loopbackServer, tokenOf } from '../web/loopback-server.ts'
import { manualClock } from './manual-clock.ts'
import { catalogStep, planOf } from './steps.ts'

const secret = 'pl4nted-s3cret-of-the-token'
const token = tokenOf({ tid: 't', secret })
const encoded = token.split('.')[1] ?? ''

/** Everything that an outside observer gets to see. */
const told = (outcome: Outcome | unknown, events: readonly ApplyEvent[], logged: unknown[]) =>
  inspect({ outcome, events, logged }, { depth: 20, showHidden: true })

/** A server that misbehaves in each way that could carry the token back. */
const misbehaviours: { [name: string]: Parameters<typeof loopbackServer>[0] } = {
  'repeats the headers in an error': ({ headers }, response) =>
    response.writeHead(400).end(JSON.stringify({ error: { code: 'X', message: `You sent ${headers.authorization}` } })),
  'repeats them in 403': ({ headers }, response) =>
    response.writeHead(403).end(JSON.stringify({ error: { code: 'Y', message: headers.authorization } })),
  'repeats them as text': ({ headers }, response) => response.writeHead(500).end(String(headers.authorization)),
  'cuts the connection': (_request, response) => response.destroy(),
  redirects: ({ headers }, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:1/?t=${headers.authorization}` }).end(),
}

describe('no token is told', () => {
  it.each(Object.entries(misbehaviours))('by a server that %s', async (_name, answer) => {
    const logged: unknown[] = []
    const spies = (['log', 'error', 'warn', 'info', 'debug'] as const).map(name =>
      vi.spyOn(console, name).mockImplementation((...all) => void logged.push(all)),
    )
    await using server = await loopbackServer((request, response) =>
      request.method === 'GET' && !request.url.includes('skip')
        ? response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}')
        : answer(request, response),
    )
    const transport = graphTransport({ credential: credentialWith(token), baseUrl: server.url, allowLoopback: true })
    const events: ApplyEvent[] = []
    const { clock } = manualClock()
    const outcome = await apply(planOf([catalogStep('C')]), { transport, clock }, event => events.push(event))
    const thrown = await transport.send({ method: 'POST', path: '/a', body: {} }).catch((error: unknown) => error)
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${token}`)
    expect(outcome.status).toBe('failed')
    const seen = told([outcome, thrown instanceof Error ? thrown : ''], events, logged)
    for (const part of [token, encoded, secret]) expect(seen).not.toContain(part)
    expect(seen).not.toMatch(/Bearer ey/)
    for (const spy of spies) spy.mockRestore()
  })
})
