import type { GetTokenOptions } from '@azure/identity'
import { describe, expect, it } from 'vitest'
import { NotSentError } from '../../src/ports/ports.ts'
import { graphTransport } from '../../src/web/index.ts'
import { loopbackServer, tokenOf } from './loopback-server.ts'

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1763802000"}}}'
const header = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
const weak = tokenOf({ tid: 't', n: 1 })
const strong = tokenOf({ tid: 't', n: 2 })

/** Gives the weak token, and the strong one to whoever hands the claims over. */
const credential = (answer: (claims: string) => string = () => strong) => {
  const asked: (string | undefined)[] = []
  return {
    asked,
    async getToken(_scopes: string | string[], more?: GetTokenOptions) {
      asked.push(more?.claims)
      const token = more?.claims === undefined ? weak : answer(more.claims)
      return { token, expiresOnTimestamp: Date.now() + 3_600_000 }
    },
  }
}

/** Takes the strong token only. */
const conditional = () =>
  loopbackServer(({ headers }, response) => {
    const ok = headers.authorization === `Bearer ${strong}`
    response.writeHead(ok ? 201 : 401, ok ? {} : { 'WWW-Authenticate': header })
    response.end(JSON.stringify(ok ? { id: '1' } : { error: { code: 'InvalidAuthenticationToken', message: '' } }))
  })
const post = { method: 'POST', path: '/a', body: { a: 1 } } as const

describe('a claims challenge', () => {
  it('is answered with a new token that has the claims, once, with the same request', async () => {
    await using server = await conditional()
    const signIn = credential()
    const transport = graphTransport({ credential: signIn, baseUrl: server.url, allowLoopback: true })
    expect(await transport.send(post)).toMatchObject({ status: 201 })
    expect(server.received.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"a":1}'],
      ['POST', '{"a":1}'],
    ])
    expect(await transport.send(post)).toMatchObject({ status: 201 })
    expect(server.received).toHaveLength(3)
    expect(signIn.asked).toEqual([undefined, claims])
  })

  it('is answered by one sign-in for requests side by side', async () => {
    await using server = await conditional()
    const signIn = credential()
    const transport = graphTransport({ credential: signIn, baseUrl: server.url, allowLoopback: true })
    const answers = await Promise.all([transport.send(post), transport.send(post), transport.send(post)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(signIn.asked.filter(asked => asked === claims)).toHaveLength(1)
  })

  it('that is met again is the answer', async () => {
    await using server = await conditional()
    const transport = graphTransport({ credential: credential(() => weak), baseUrl: server.url, allowLoopback: true })
    expect(await transport.send(post)).toMatchObject({ status: 401 })
    expect(server.received).toHaveLength(2)
  })

  it('that cannot be met says why, and that nothing was sent', async () => {
    await using server = await conditional()
    const transport = graphTransport({
      credential: credential(() => {
        throw new NotSentError('Conditional Access says no.')
      }),
      baseUrl: server.url,
      allowLoopback: true,
    })
    await expect(transport.send(post)).rejects.toThrow(new NotSentError('Conditional Access says no.'))
    expect(server.received).toHaveLength(1)
  })
})
